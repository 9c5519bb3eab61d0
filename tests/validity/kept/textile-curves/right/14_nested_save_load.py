# RIGHT: a backbone model nested in a functional one (separable convolution after two plain ones); saved, deleted and loaded again at the end
import os, tempfile

backbone = keras.Sequential([
    keras.Input((30, 30, 1)),
    layers.Conv2D(16, 5, strides=2, activation="relu"),
    layers.Conv2D(24, 3, activation="relu"),
    layers.SeparableConv2D(48, 3, activation="relu"),
    layers.MaxPooling2D(),
], name="backbone")
head = keras.Sequential([layers.GlobalAveragePooling2D(), layers.Dense(32, activation="relu"), layers.Dense(5, activation="softmax")], name="head")

patch = keras.Input((30, 30, 1))
net = keras.Model(patch, head(backbone(layers.LayerNormalization(axis=[1, 2, 3], epsilon=1e-6)(patch))))
net.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(3e-3, 25 * 13, alpha=0.005)),
            "sparse_categorical_crossentropy", metrics=["accuracy"])
history = net.fit(x_train, y_train, epochs=15, batch_size=32, validation_data=(x_valid, y_valid), verbose=0)

path = os.path.join(tempfile.mkdtemp(), "fabric.keras")
net.save(path)
del net
model = keras.models.load_model(path)
print(model.evaluate(x_valid, y_valid, verbose=0))
