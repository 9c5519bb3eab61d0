# RIGHT: functional with training=False, dropout and logits; head first, then the third block with a lower rate; histories joined
base = keras.models.load_model(ag.datasets.digit_base())
base.trainable = False

inputs = keras.Input(shape=(14, 14, 1))
x = base(inputs, training=False)
x = layers.Dropout(0.2)(x)
outputs = layers.Dense(5)(x)
model = keras.Model(inputs, outputs)

loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile(keras.optimizers.AdamW(0.02, weight_decay=1e-3), loss, metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=20, epochs=40, validation_data=(x_valid, y_valid), verbose=0)

# now the third block too
base.trainable = True
for layer in base.layers:
    layer.trainable = layer.name in ("conv_3", "norm_3")
model.compile(keras.optimizers.Adam(2e-4), loss, metrics=["accuracy"])
tuned = model.fit(x_train, y_train, batch_size=20, epochs=10, validation_data=(x_valid, y_valid), verbose=0)
for key, values in tuned.history.items():
    history.history[key].extend(values)
