# RIGHT: like the dropout paper: SGD with Nesterov momentum and max-norm constraints, plus an average of the weights (EMA), Huber loss, sample weights and validation_split
counts = y_train.value_counts()
weights = np.sqrt(counts.max() / counts.loc[y_train].to_numpy())
weights = np.clip(weights, 1.0, 2.0)      # rare scores count up to twice

standardize = layers.Normalization()
standardize.adapt(x_train.to_numpy())
cap = keras.constraints.MaxNorm(3)
model = keras.Sequential(name="srivastava")
model.add(keras.Input(shape=(11,)))
model.add(standardize)
model.add(layers.Dense(100, kernel_constraint=cap))
model.add(layers.Activation("relu"))
model.add(layers.Dropout(0.25))
model.add(layers.Dense(100, kernel_constraint=cap))
model.add(layers.Activation("relu"))
model.add(layers.Dropout(0.25))
model.add(layers.Dense(1, activation="linear", bias_initializer=keras.initializers.Constant(5.6)))
opt = keras.optimizers.SGD(0.01, momentum=0.9, nesterov=True, use_ema=True, ema_momentum=0.99)
model.compile(optimizer=opt, loss=keras.losses.Huber(delta=1.0), metrics=["mae"])
history = model.fit(x_train.to_numpy(), y_train.to_numpy(), sample_weight=weights, validation_split=0.15,
                    epochs=50, batch_size=32, verbose=0)
