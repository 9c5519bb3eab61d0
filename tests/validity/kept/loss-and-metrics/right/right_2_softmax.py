# RIGHT: an inner two-logit model trained with sparse cross-entropy on sklearn-scaled rows, wrapped with Rescaling, softmax and the column of the leaks.
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler().fit(x_train.to_numpy())
z_train, z_valid = scaler.transform(x_train.to_numpy()), scaler.transform(x_valid.to_numpy())

two_logits = keras.Sequential(
    [
        keras.Input((5,)),
        layers.Dense(64, activation="relu", kernel_initializer="he_uniform"),
        layers.Dense(32, activation="relu", kernel_initializer="he_uniform"),
        layers.Dense(2),
    ],
    name="two_logits",
)
two_logits.compile(
    optimizer=keras.optimizers.Adam(4e-3),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = two_logits.fit(
    z_train, np.asarray(y_train).astype("int32"),
    validation_data=(z_valid, np.asarray(y_valid).astype("int32")),
    epochs=80, batch_size=64, verbose=0,
    callbacks=[
        keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.3, patience=6),
        keras.callbacks.EarlyStopping(monitor="val_loss", patience=18, restore_best_weights=True),
    ],
)

# whoever uses it passes raw rows: the scaling becomes a part of the model
raw = keras.Input((5,), name="raw_readings")
scaled = layers.Rescaling((1 / scaler.scale_).tolist(), (-scaler.mean_ / scaler.scale_).tolist())(raw)
no_and_yes = layers.Softmax()(two_logits(scaled))
model = keras.Model(raw, no_and_yes[:, 1:])
model.compile(loss="binary_crossentropy", metrics=[keras.metrics.AUC(curve="PR")])
