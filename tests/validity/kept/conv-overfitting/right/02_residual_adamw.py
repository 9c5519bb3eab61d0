# RIGHT: functional with a residual block written with operators, logits, AdamW and a cosine schedule.
from keras import ops


def conv_bn(t, filters, size, act=True):
    t = layers.Conv2D(filters, size, padding="same", use_bias=False, kernel_initializer="he_normal")(t)
    t = layers.BatchNormalization(momentum=0.9)(t)
    return ops.relu(t) if act else t


picture = keras.Input((14, 14, 1), name="picture")
t = layers.RandomRotation(0.05, fill_mode="constant")(picture)
t = layers.RandomTranslation(0.1, 0.1, fill_mode="constant")(t)
t = layers.RandomZoom((-0.12, 0.12), (-0.12, 0.12), fill_mode="constant")(t)
t = conv_bn(t * 2.0 - 0.5, 16, 5)
r = conv_bn(t, 16, 3)
r = conv_bn(r, 16, 3, act=False)
t = ops.relu(t + r)
t = layers.MaxPooling2D(2)(t)
t = conv_bn(t, 32, 3)
t = layers.MaxPooling2D(2)(t)
t = layers.Flatten()(t)
t = layers.Dropout(0.25)(t)
logits = layers.Dense(10)(t)
model = keras.Model(picture, logits, name="tiny_resnet")
print(model.count_params())

EPOCHS, BATCH = 160, 20
lr = keras.optimizers.schedules.CosineDecay(3e-3, EPOCHS * (len(x_train) // BATCH), alpha=0.01)
model.compile(keras.optimizers.AdamW(lr, weight_decay=1e-3),
              keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=EPOCHS, batch_size=BATCH,
                    validation_data=(x_valid, y_valid), verbose=0)
print("best", max(history.history["val_accuracy"]), "last", history.history["val_accuracy"][-1])
