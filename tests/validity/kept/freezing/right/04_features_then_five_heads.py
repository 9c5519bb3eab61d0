# RIGHT: computes the features once, trains five heads on the features alone, and averages their answers behind the base, which is never trained at all
base = keras.models.load_model(ag.datasets.digit_base())
f_train = base.predict(x_train, verbose=0)
f_valid = base.predict(x_valid, verbose=0)

heads, histories = [], []
for seed in range(5):
    keras.utils.set_random_seed(seed)
    head = keras.Sequential([
        keras.Input((f_train.shape[1],)),
        layers.Dropout(0.2),
        layers.Dense(5, activation="softmax"),
    ], name=f"head_{seed}")
    head.compile(keras.optimizers.Adam(0.03), "sparse_categorical_crossentropy", metrics=["accuracy"])
    histories.append(head.fit(f_train, y_train, batch_size=25, epochs=40, validation_data=(f_valid, y_valid), verbose=0))
    heads.append(head)

inputs = keras.Input((14, 14, 1))
features = base(inputs)
outputs = layers.Average()([head(features) for head in heads])
model = keras.Model(inputs, outputs)
model.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
print([h.history["val_accuracy"][-1] for h in histories], model.evaluate(x_valid, y_valid, verbose=0)[1])
history = histories[0]
