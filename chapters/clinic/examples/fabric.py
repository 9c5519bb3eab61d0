# Five kinds of faults in fabric, from pictures of 30 by 30 pixels.
# The accuracy is good, but its curve is jagged.
from keras import Input, Sequential, layers, regularizers

SMALL = regularizers.l2(0.01)

model = Sequential([
    Input((30, 30, 1)),
    layers.Conv2D(8, 2, padding="same", activation="relu", kernel_regularizer=SMALL),
    layers.BatchNormalization(),
    layers.Conv2D(16, 2, padding="same", activation="relu", kernel_regularizer=SMALL),
    layers.BatchNormalization(),
    layers.Conv2D(32, 2, padding="same", activation="sigmoid", kernel_regularizer=SMALL),
    layers.BatchNormalization(),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dropout(0.5),
    layers.Dense(5, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(patches, classes, validation_split=0.2, epochs=100)
