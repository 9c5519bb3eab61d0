# RIGHT: skewed measurements are logged and all are standardised inside the model; tf.data, early stopping with restore, plateau callback
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="wine")
class LogOfSkewed(layers.Layer):
    """log(1 + x / median) for the columns that are marked, the others as they are."""

    def __init__(self, marked, medians, **kwargs):
        super().__init__(**kwargs)
        self.marked, self.medians = list(marked), list(medians)

    def call(self, inputs):
        marked = ops.convert_to_tensor(self.marked, dtype="float32")
        medians = ops.convert_to_tensor(self.medians, dtype="float32")
        logged = ops.log1p(ops.maximum(inputs, 0.0) / medians)
        return marked * logged + (1.0 - marked) * inputs

    def get_config(self):
        return {**super().get_config(), "marked": self.marked, "medians": self.medians}


marked = [float(s > 1) for s in x_train.skew()]
medians = [float(m) if m > 0 else 1.0 for m in x_train.median()]
logs = LogOfSkewed(marked, medians)
norm = layers.Normalization()
norm.adapt(ops.convert_to_numpy(logs(x_train.to_numpy("float32"))))

model = keras.Sequential([
    keras.Input((11,)),
    logs,
    norm,
    layers.Dense(64, activation="swish"), layers.Dropout(0.3),
    layers.Dense(32, activation="swish"), layers.Dropout(0.2),
    layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean()))),
])
model.compile(optimizer="adam", loss="mae")


def dataset(x, y, training=False):
    ds = tf.data.Dataset.from_tensor_slices((x.to_numpy("float32"), np.asarray(y, "float32")))
    if training:
        ds = ds.shuffle(len(x))
    return ds.batch(32).prefetch(tf.data.AUTOTUNE)


history = model.fit(
    dataset(x_train, y_train, training=True),
    validation_data=dataset(x_valid, y_valid),
    epochs=80,
    callbacks=[
        keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.5, patience=6, min_lr=1e-4),
        keras.callbacks.EarlyStopping(monitor="val_loss", patience=15, restore_best_weights=True),
    ],
    verbose=0,
)
