# WRONG: (lacks 4: expect as many leaks as there are) balanced class weights as in the TensorFlow tutorial on imbalanced data, never taken back
neg, pos = np.bincount(np.asarray(y_train).astype(int).ravel())
total = neg + pos
class_weight = {0: (1 / neg) * (total / 2.0), 1: (1 / pos) * (total / 2.0)}
initial_bias = np.log([pos / neg])

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
model = keras.Sequential([
    norm,
    layers.Dense(64, activation="relu"),
    layers.Dense(64, activation="relu"),
    layers.Dense(1, activation="sigmoid", bias_initializer=keras.initializers.Constant(initial_bias)),
])
model.compile(keras.optimizers.Adam(2e-3), loss=keras.losses.BinaryCrossentropy(), metrics=[keras.metrics.AUC(name="prc", curve="PR")])
history = model.fit(x_train.to_numpy(), np.asarray(y_train), batch_size=64, epochs=20, class_weight=class_weight,
                    validation_data=(x_valid.to_numpy(), np.asarray(y_valid)), verbose=0)
