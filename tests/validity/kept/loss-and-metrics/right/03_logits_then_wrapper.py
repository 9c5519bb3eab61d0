# RIGHT: trains a functional logit model (operators on symbolic tensors, from_logits=True) and hands in the wrapper with the sigmoid
from keras import ops

mean = x_train.mean().to_numpy("float32")
std = x_train.std().to_numpy("float32")

inputs = keras.Input((5,), name="readings")
h = (inputs - mean) / std
for n in (64, 64):
    h = layers.Dense(n, kernel_initializer="he_normal")(h)
    h = ops.gelu(h)
logit = layers.Dense(1, bias_initializer=keras.initializers.Constant(float(np.log(y_train.mean() / (1 - y_train.mean())))))(h)

logit_model = keras.Model(inputs, logit)
schedule = keras.optimizers.schedules.ExponentialDecay(4e-3, decay_steps=len(x_train) // 64, decay_rate=0.92)
logit_model.compile(keras.optimizers.Adam(schedule), keras.losses.BinaryCrossentropy(from_logits=True))
history = logit_model.fit(x_train, y_train, epochs=30, batch_size=64, verbose=0, validation_data=(x_valid, y_valid))

# the weights are shared, only the head is new
model = keras.Model(inputs, ops.sigmoid(logit), name="leak_probability")
model.compile(loss="binary_crossentropy", metrics=[keras.metrics.AUC(curve="PR")])
print(model.evaluate(x_valid, y_valid, verbose=0))
