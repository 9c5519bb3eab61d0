# RIGHT: 30 changed copies of every training picture are made beforehand with scipy, then a functional network with L2 learns them with SGD, momentum and a cosine schedule
from scipy import ndimage

rng = np.random.default_rng()


def changed(picture: np.ndarray) -> np.ndarray:
    """A digit that is turned, sheared, resized and moved a little."""
    angle = np.deg2rad(rng.uniform(-15, 15))
    scale = rng.uniform(0.88, 1.12, size=2)
    shear = rng.uniform(-0.15, 0.15)
    matrix = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    matrix = matrix @ np.array([[1, 0], [shear, 1]]) @ np.diag(scale)
    centre = np.array([6.5, 6.5])
    offset = centre - matrix @ (centre + rng.uniform(-1.3, 1.3, size=2))
    return np.clip(ndimage.affine_transform(picture, matrix, offset=offset, order=1), 0, 1)


COPIES, BATCH, EPOCHS = 30, 50, 12
many_x = np.stack([changed(p[..., 0]) for _ in range(COPIES) for p in x_train])[..., None].astype("float32")
many_y = np.tile(y_train, COPIES)


def make_model(weight_decay: float = 2e-4) -> keras.Model:
    options = dict(
        padding="same", activation="relu", kernel_initializer="he_normal",
        kernel_regularizer=keras.regularizers.L2(weight_decay),
    )
    picture = keras.Input((14, 14, 1))
    x = layers.Conv2D(12, 3, **options)(picture)
    x = layers.MaxPooling2D()(x)
    x = layers.Conv2D(24, 3, **options)(x)
    x = layers.Conv2D(32, 3, **options)(x)
    x = layers.MaxPooling2D()(x)
    x = layers.Flatten()(x)
    x = layers.Dropout(0.5)(x)
    return keras.Model(picture, layers.Dense(10, activation="softmax")(x))


model = make_model()
steps = EPOCHS * int(np.ceil(len(many_x) / BATCH))
model.compile(
    keras.optimizers.SGD(keras.optimizers.schedules.CosineDecay(0.03, steps, alpha=0.02), momentum=0.9, nesterov=True),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(many_x, many_y, batch_size=BATCH, epochs=EPOCHS, validation_data=(x_valid, y_valid), verbose=0)
