# RIGHT: the code layer starts as sklearn's PCA (weights set by hand) and is frozen in a first fit, then everything is fine-tuned in a second; history is a list
from sklearn.decomposition import PCA

pca = PCA(n_components=16, random_state=0).fit(x_train.reshape(len(x_train), -1))
spread = np.sqrt(pca.explained_variance_)
kernel = (pca.components_ / spread[:, None]).T.astype("float32")  # whitened, so every number has variance 1
bias = -(pca.mean_ @ kernel).astype("float32")

page = keras.Input((28, 28, 1), name="page")
squeeze = layers.Dense(16, name="squeeze")
code = squeeze(layers.Flatten()(page))
squeeze.set_weights([kernel, bias])

back = code
for units in (128, 256):
    back = layers.Dense(units, activation="swish", kernel_initializer="he_normal")(back)
picture = layers.Dense(28 * 28, activation="sigmoid", name="picture")(back)

guess = layers.Dense(96, activation="swish", kernel_initializer="he_normal")(code)
guess = layers.Dropout(0.2)(guess)
digit = layers.Dense(10, activation="softmax", name="digit")(guess)

model = keras.Model(page, {"picture": picture, "digit": digit}, name="pca_and_more")


def train(rate, epochs):
    model.compile(
        keras.optimizers.Adam(rate),
        loss={"picture": "binary_crossentropy", "digit": "sparse_categorical_crossentropy"},
        loss_weights={"picture": 8.0, "digit": 0.5},
        metrics={"picture": "mse", "digit": "accuracy"},
    )
    flat = lambda images: images.reshape(len(images), 784)
    return model.fit(
        x_train, {"picture": flat(x_train), "digit": y_train},
        validation_data=(x_valid, {"picture": flat(x_valid), "digit": y_valid}),
        batch_size=64, epochs=epochs, verbose=0,
    )


history = []
squeeze.trainable = False
history.append(train(2e-3, 12))
squeeze.trainable = True  # compile comes after this, inside train()
history.append(train(7e-4, 16))
