# WRONG: (lacks 3: hidden layer with an activation) polynomial features inside the model and a hidden Dense whose activation was forgotten
from keras import ops
norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
inp = keras.Input((5,))
z = norm(inp)
# degree 2 and 3 like PolynomialFeatures
cols = [z[:, i:i + 1] for i in range(5)]
second = [a * b for i, a in enumerate(cols) for b in cols[i:]]
third = [a * b * c for i, a in enumerate(cols) for j, b in enumerate(cols[i:]) for c in cols[i + j:]]
features = layers.Concatenate()([z] + second + third)
hidden = layers.Dense(64)(features)
out = layers.Dense(1, activation="sigmoid")(hidden)
model = keras.Model(inp, out)
model.compile(keras.optimizers.Adam(1e-3, clipnorm=1.0), "binary_crossentropy")
history = model.fit(x_train, y_train, epochs=30, batch_size=64, validation_data=(x_valid, y_valid), verbose=0)
