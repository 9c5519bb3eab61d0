# WRONG: balanced class weights let each leak count some 24 times, so the list is good but the probabilities sum to several times the leaks there are.
standardise = layers.Normalization()
standardise.adapt(x_train.to_numpy())

model = keras.Sequential([
    keras.Input((5,)),
    standardise,
    layers.Dense(64, activation="relu"),
    layers.Dense(32, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(
    optimizer=keras.optimizers.Adam(3e-3),
    loss="binary_crossentropy",
    metrics=[keras.metrics.AUC(curve="PR", name="pr_auc"), "accuracy"],
)
share = float(np.mean(y_train))
history = model.fit(
    x_train, y_train, validation_data=(x_valid, y_valid),
    class_weight={0: 0.5 / (1 - share), 1: 0.5 / share},
    epochs=30, batch_size=64, verbose=0,
)
