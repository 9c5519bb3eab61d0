"""The head is trained on stored features, then put behind the base."""

base = keras.models.load_model(ag.datasets.digit_base())
base.trainable = False
features = base.predict(x_train, verbose=0), base.predict(x_valid, verbose=0)
head = keras.Sequential([keras.Input((64,)), layers.Dense(5, activation="softmax")])
head.compile(optimizer=keras.optimizers.Adam(0.03), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = head.fit(features[0], y_train, validation_data=(features[1], y_valid), batch_size=25, epochs=30, verbose=0)
model = keras.Sequential([base, head])
