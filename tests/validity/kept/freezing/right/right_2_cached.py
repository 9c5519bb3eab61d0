# RIGHT: the base's features are computed once, a head is trained on them alone (its L2 chosen on the validation rows), and base, scaling and head are put together afterwards
base = keras.models.load_model(ag.datasets.digit_base())
base.trainable = False

f_train = base.predict(x_train, verbose=0)
f_valid = base.predict(x_valid, verbose=0)

# standardise, but never divide by almost nothing
scale = layers.Normalization(mean=f_train.mean(axis=0), variance=f_train.var(axis=0) + 1e-3, name="scale")
s_train, s_valid = (keras.ops.convert_to_numpy(scale(f)) for f in (f_train, f_valid))


def train_head(strength: float):
    head = keras.Sequential(
        [
            keras.Input((s_train.shape[1],)),
            layers.Dense(5, activation="softmax", kernel_regularizer=keras.regularizers.L2(strength)),
        ],
        name="head",
    )
    head.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
    told = head.fit(s_train, y_train, batch_size=20, epochs=60, validation_data=(s_valid, y_valid), verbose=0)
    return head, told


trials = {strength: train_head(strength) for strength in (0.001, 0.01, 0.03)}
best = max(trials, key=lambda strength: np.mean(trials[strength][1].history["val_accuracy"][-10:]))
head, history = trials[best]
print("chosen strength of L2:", best)

model = keras.Sequential([keras.Input((14, 14, 1)), base, scale, head], name="base_scale_head")
model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
print(model.evaluate(x_valid, y_valid, verbose=0))
