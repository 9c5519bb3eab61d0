# RIGHT: scikit-learn person: stratified train_test_split, functional convnet with logits, early stopping that restores the best weights.
from sklearn.model_selection import train_test_split

SEED = 42
X_tr, X_va, y_tr, y_va = train_test_split(x, y, test_size=0.25, stratify=y, random_state=SEED)


def make_model(filters=(8, 16), hidden=48):
    inp = keras.Input((28, 28, 1), name="picture")
    h = inp
    for f in filters:
        h = layers.Conv2D(f, 3, padding="same", activation="relu")(h)
        h = layers.MaxPooling2D()(h)
    h = layers.Flatten()(h)
    h = layers.Dense(hidden, activation="relu")(h)
    out = layers.Dense(10, name="logits")(h)
    return keras.Model(inp, out)


model = make_model()
model.compile(
    optimizer=keras.optimizers.Adam(2e-3),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
early = keras.callbacks.EarlyStopping(monitor="val_loss", patience=2, restore_best_weights=True)
history = model.fit(X_tr, y_tr, validation_data=(X_va, y_va), epochs=6, batch_size=16,
                    callbacks=[early], verbose=2)
