# RIGHT: makes twenty turned, shifted and zoomed copies of each training picture with SciPy beforehand and trains a net without any augmentation layer on them.
from scipy import ndimage

rng = np.random.default_rng()


def distort(img):
    """One random small affine change of a 14 x 14 picture about its middle."""
    a = np.deg2rad(rng.uniform(-14, 14))
    zoom = rng.uniform(0.88, 1.14, size=2)
    shear = rng.uniform(-0.15, 0.15)
    m = np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]]) @ np.array([[1, shear], [0, 1]]) @ np.diag(zoom)
    mid = np.array([6.5, 6.5])
    off = mid - m @ (mid + rng.uniform(-1.0, 1.0, size=2))
    return np.clip(ndimage.affine_transform(img, m, offset=off, order=1), 0, 1)


COPIES = 20
x_more = [x_train]
y_more = [y_train]
for _ in range(COPIES):
    x_more.append(np.stack([distort(p[..., 0])[..., None] for p in np.asarray(x_train)]))
    y_more.append(y_train)
x_more = np.concatenate(x_more).astype("float32")
y_more = np.concatenate(y_more)

plt.figure(figsize=(8, 1))
for k in range(8):
    plt.subplot(1, 8, k + 1)
    plt.imshow(x_more[200 * (k + 1), :, :, 0], cmap="gray")
    plt.axis("off")
plt.show()

model = keras.Sequential()
model.add(keras.Input((14, 14, 1)))
model.add(layers.Conv2D(16, 3, activation="relu", padding="same"))
model.add(layers.MaxPooling2D())
model.add(layers.Conv2D(32, 3, activation="relu", padding="same"))
model.add(layers.MaxPooling2D())
model.add(layers.Conv2D(32, 3, activation="relu"))
model.add(layers.Flatten())
model.add(layers.Dropout(0.4))
model.add(layers.Dense(10, activation="softmax"))
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_more, y_more, batch_size=32, epochs=25,
                    validation_data=(x_valid, y_valid), verbose=2)
