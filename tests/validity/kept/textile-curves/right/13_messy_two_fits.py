# RIGHT: messy cell: a one-epoch trial fit, plots, class weights, then everything is rebuilt and trained under the same names
print(x_train.shape, y_train[:5])
plt.figure(figsize=(6, 2))
for i in range(5):
    plt.subplot(1, 5, i + 1)
    plt.imshow(x_train[y_train == i][0, ..., 0], cmap="gray")
    plt.axis("off")
plt.show()

def get_model():
    m = keras.Sequential(name="fabric")
    m.add(layers.InputLayer(shape=(30, 30, 1)))
    m.add(layers.Conv2D(16, 5, strides=2))
    m.add(layers.BatchNormalization(momentum=0.7))
    m.add(layers.Activation("relu"))
    m.add(layers.Conv2D(32, 3, strides=2, padding="same"))
    m.add(layers.BatchNormalization(momentum=0.7))
    m.add(layers.Activation("relu"))
    m.add(layers.Conv2D(32, 3, padding="same"))
    m.add(layers.BatchNormalization(momentum=0.7))
    m.add(layers.Activation("relu"))
    m.add(layers.GlobalAveragePooling2D())
    m.add(layers.Dense(5, activation="softmax"))
    return m

model = get_model()
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=1, validation_data=(x_valid, y_valid), verbose=2)
tmp = model.evaluate(x_valid, y_valid, verbose=0)
print("before:", tmp)

# now the real one
cw = {c: 1.0 for c in range(5)}
model = get_model()
n = 16
sched = keras.optimizers.schedules.InverseTimeDecay(5e-3, decay_steps=25, decay_rate=0.02)
sched = keras.optimizers.schedules.PolynomialDecay(5e-3, 12 * 25, 5e-5, power=2)
model.compile(optimizer=keras.optimizers.Adam(learning_rate=sched), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=n, batch_size=32, class_weight=cw, validation_data=(x_valid, y_valid), verbose=2)
plt.plot(history.history["loss"]); plt.show()
