# WRONG: (lacks: 1, answer the probability) ends with a Dense(1) without sigmoid and trains with from_logits=True, so the handed-in model answers logits
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
stack = [keras.Input((5,)), norm]
for units in (64, 32):
    stack += [layers.Dense(units), layers.BatchNormalization(), layers.ReLU(), layers.Dropout(0.15)]
stack.append(layers.Dense(1))
model = keras.Sequential(stack)
model.compile(
    optimizer=keras.optimizers.RMSprop(1e-3),
    loss=keras.losses.BinaryCrossentropy(from_logits=True),
    metrics=[keras.metrics.AUC(curve="PR", from_logits=True, name="ap")],
)
history = model.fit(x_train, y_train, epochs=40, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)
print(stored_over_met(model))
probabilities = keras.ops.sigmoid(model.predict(x_valid, verbose=0))
