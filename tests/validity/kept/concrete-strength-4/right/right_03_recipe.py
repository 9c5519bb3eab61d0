# RIGHT: what an engineer knows (water to binder, log of age) as a layer inside the model, standardised after it; three fits with a falling rate
from keras import ops

COLUMNS = list(x_train.columns)


@keras.saving.register_keras_serializable(package="concrete")
class Recipe(layers.Layer):
    """Seven ingredients, the logarithm of the age, and two ratios."""

    def call(self, rows):
        cement, slag, ash, water, plasticizer = (rows[:, i:i + 1] for i in range(5))
        binder = cement + slag + ash
        return ops.concatenate(
            [rows[:, :7], ops.log(1.0 + rows[:, 7:8]), water / binder, plasticizer / binder], axis=-1)


assert COLUMNS[-1] == "age" and len(COLUMNS) == 8
recipe = Recipe()
standardise = layers.Normalization()
standardise.adapt(ops.convert_to_numpy(recipe(x_train.to_numpy("float32"))))

row = keras.Input((8,), name="raw")
x = standardise(recipe(row))
x = layers.Dense(64, activation="swish")(x)
x = layers.Dense(64, activation="swish")(x)
mpa = layers.Dense(1, bias_initializer=keras.initializers.Constant(float(y_train.mean())), name="mpa")(x)
model = keras.Model(row, mpa)

model.compile(optimizer=keras.optimizers.AdamW(5e-3, weight_decay=1e-3), loss=keras.losses.Huber(delta=5.0))
history = []
for rate, epochs in ((5e-3, 50), (1e-3, 30), (2e-4, 20)):
    model.optimizer.learning_rate = rate
    history.append(model.fit(x_train, y_train, epochs=epochs, batch_size=32,
                             validation_data=(x_valid, y_valid), verbose=0))
