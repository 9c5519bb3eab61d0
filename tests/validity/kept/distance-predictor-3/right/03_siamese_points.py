# RIGHT: one dense layer shared by both end points; sum and absolute difference of their codes go into the rest
from keras import ops

names = list(x_train.columns)
first = [names.index("lat1"), names.index("lon1")]
second = [names.index("lat2"), names.index("lon2")]

scaler = layers.Normalization()
scaler.adapt(x_train.to_numpy())
point = layers.Dense(64, activation="silu", name="point")

pair = keras.Input((4,))
z = scaler(pair)
p = point(ops.take(z, first, axis=-1))
q = point(ops.take(z, second, axis=-1))
both = layers.Concatenate()([p + q, ops.abs(p - q)])
h = layers.Dense(64, activation="silu")(both)
h = layers.Dense(32, activation="silu")(h)
way = layers.Dense(1, bias_initializer=keras.initializers.Constant(float(np.mean(y_train))))(h)
model = keras.Model(pair, way)

epochs, batch = 60, 64
steps = epochs * int(np.ceil(len(x_train) / batch))
lr = keras.optimizers.schedules.CosineDecay(0.0, steps, warmup_target=4e-3, warmup_steps=steps // 20)
model.compile(optimizer=keras.optimizers.Adam(lr), loss="mse")
history = model.fit(x_train, y_train, epochs=epochs, batch_size=batch, validation_data=(x_valid, y_valid), verbose=0)
