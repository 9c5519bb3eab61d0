# RIGHT: one Normalization per column and a residual block, ModelCheckpoint of the best epoch and the loaded file is handed in
import os, tempfile

inputs = keras.Input((5,))
parts = []
for i, name in enumerate(x_train.columns):
    n = layers.Normalization(axis=None, name=f"norm_{i}")
    n.adapt(x_train[name].to_numpy())
    parts.append(n(inputs[:, i:i + 1]))
x = layers.Concatenate()(parts)
x = layers.Dense(64, activation="relu")(x)
skip = x
x = layers.Dense(64, activation="relu")(x)
x = layers.Dense(64)(x)
x = layers.Add()([x, skip])
x = layers.ReLU()(x)
out = layers.Dense(1, activation="sigmoid")(x)
net = keras.Model(inputs, out)
net.compile(optimizer=keras.optimizers.Adam(2e-3), loss="bce")
path = os.path.join(tempfile.mkdtemp(), "best.keras")
history = net.fit(x_train, y_train, validation_data=(x_valid, y_valid), epochs=30, batch_size=64, verbose=0,
                  callbacks=[keras.callbacks.ModelCheckpoint(path, monitor="val_loss", save_best_only=True)])
model = keras.models.load_model(path)
del net
