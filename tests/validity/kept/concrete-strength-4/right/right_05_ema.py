# RIGHT: a plain Sequential made in a loop, the optimizer itself averages the weights (use_ema), rows come from tf.data
import tensorflow as tf

data = tf.data.Dataset.from_tensor_slices((x_train.to_numpy("float32"), np.asarray(y_train, "float32")))
data = data.cache().shuffle(len(x_train), reshuffle_each_iteration=True).batch(32).prefetch(2)
valid = tf.data.Dataset.from_tensor_slices(
    (x_valid.to_numpy("float32"), np.asarray(y_valid, "float32"))).batch(256)

scaling = layers.Normalization(axis=-1)
scaling.adapt(x_train.to_numpy())

model = keras.Sequential([keras.Input((8,)), scaling])
for width in (128, 64, 32):
    model.add(layers.Dense(width))
    model.add(layers.ELU())
model.add(layers.Dense(1))
model.layers[-1].bias.assign([float(y_train.mean())])

model.compile(
    loss="mean_absolute_error",
    optimizer=keras.optimizers.Adam(4e-3, use_ema=True, ema_momentum=0.98),
)
history = model.fit(data, validation_data=valid, epochs=90, verbose=0,
                    callbacks=[keras.callbacks.SwapEMAWeights()])
