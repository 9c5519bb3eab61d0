# RIGHT: Sequential blocks nested in a logit model (Dense - BatchNorm - Dropout - ReLU), trained on sklearn-scaled rows through tf.data, then wrapped with Rescaling and sigmoid.
import os
import tempfile

import tensorflow as tf
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler().fit(x_train.to_numpy())


def dataset(x, y, shuffle=False):
    rows = scaler.transform(x.to_numpy()).astype("float32")
    data = tf.data.Dataset.from_tensor_slices((rows, np.asarray(y, "float32").reshape(-1, 1)))
    if shuffle:
        data = data.shuffle(len(rows), seed=3)
    return data.batch(64).prefetch(tf.data.AUTOTUNE)


def hidden(units, rate, name):
    return keras.Sequential(
        [layers.Dense(units, "linear", kernel_initializer="he_normal"),
         layers.BatchNormalization(),
         layers.Dropout(rate),
         layers.ReLU()],
        name=name,
    )


scaled = keras.Input((5,), name="scaled")
h = hidden(80, 0.25, "hidden_1")(scaled)
h = hidden(40, 0.15, "hidden_2")(h)
logit_net = keras.Model(scaled, layers.Dense(1, name="logit")(h), name="logit_net")
logit_net.compile(
    optimizer=keras.optimizers.Nadam(2e-3), loss=keras.losses.BinaryCrossentropy(from_logits=True)
)

best = os.path.join(tempfile.mkdtemp(), "best.weights.h5")
history = logit_net.fit(
    dataset(x_train, y_train, shuffle=True),
    validation_data=dataset(x_valid, y_valid),
    epochs=50,
    callbacks=[keras.callbacks.ModelCheckpoint(best, monitor="val_loss", save_best_only=True, save_weights_only=True)],
    verbose=0,
)
logit_net.load_weights(best)

raw = keras.Input((5,), name="raw")
x = layers.Rescaling(scale=(1 / scaler.scale_).tolist(), offset=(-scaler.mean_ / scaler.scale_).tolist())(raw)
model = keras.Model(raw, layers.Activation("sigmoid")(logit_net(x)), name="leaks")
model.compile(loss="binary_crossentropy")
