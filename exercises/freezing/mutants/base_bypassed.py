"""A look-alike: the frozen base is there, multiplied with nothing, and another network answers.

Caught by: base-kept
"""

base = keras.models.load_model(ag.datasets.digit_base())
base.trainable = False
inputs = keras.Input((14, 14, 1))
nothing = layers.Rescaling(0.0)(base(inputs))
own = keras.Sequential([layers.Conv2D(32, 3, strides=2, activation="relu"), layers.GlobalAveragePooling2D()])
joined = layers.Concatenate()([nothing, own(inputs)])
model = keras.Model(inputs, layers.Dense(5, activation="softmax")(joined))
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy")
history = model.fit(x_train, y_train, batch_size=25, epochs=30, verbose=0)
