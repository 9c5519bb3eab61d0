"""Functional, batch norm before the activation, a longer stride instead of pooling, logits, decoupled decay."""

entrada = keras.Input((30, 30, 1), name="tecido")
x = layers.AveragePooling2D(2)(entrada)
for channels, stride in ((12, 1), (32, 2)):
    x = layers.Conv2D(channels, 3, strides=stride, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization(momentum=0.9)(x)
    x = keras.ops.relu(x)
x = layers.Flatten()(x)
model = keras.Model(entrada, layers.Dense(5, name="pontos")(x))
rate = keras.optimizers.schedules.ExponentialDecay(4e-3, decay_steps=25, decay_rate=0.75)
model.compile(
    optimizer=keras.optimizers.AdamW(rate),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=14, verbose=0)
