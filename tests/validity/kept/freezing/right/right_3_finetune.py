# RIGHT: the base's layers are added one by one in a loop; first only the head learns, then conv_3 as well with a much lower rate and a new compile (norm_3 stays as it was)
model = keras.Sequential([keras.Input((14, 14, 1))])
for layer in keras.models.load_model(ag.datasets.digit_base()).layers:
    layer.trainable = False
    model.add(layer)
model.add(layers.Dropout(0.2))
model.add(layers.Dense(5, name="head"))

loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
data = dict(validation_data=(x_valid, y_valid), verbose=0)

model.compile(keras.optimizers.Adam(0.02), loss, metrics=["accuracy"])
first = model.fit(x_train, y_train, batch_size=20, epochs=50, **data)

model.get_layer("conv_3").trainable = True
model.compile(keras.optimizers.Adam(3e-4), loss, metrics=["accuracy"])
print("learns now:", [w.path for w in model.trainable_weights])
history = model.fit(x_train, y_train, batch_size=20, epochs=25, **data)

history.history = {name: first.history[name] + values for name, values in history.history.items()}
