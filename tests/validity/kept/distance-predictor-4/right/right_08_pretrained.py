# RIGHT: transfer, the network first learns straight lines between thousands of paired-up points (free labels), then the roads; two phases, three fits
ends = pd.concat([x_train[["lat1", "lon1"]].set_axis(["lat", "lon"], axis=1),
                  x_train[["lat2", "lon2"]].set_axis(["lat", "lon"], axis=1)], ignore_index=True)
n_free = 8000
a, b = ends.sample(n_free, replace=True), ends.sample(n_free, replace=True)
free_x = pd.DataFrame({"lat1": a["lat"].to_numpy(), "lon1": a["lon"].to_numpy(),
                       "lat2": b["lat"].to_numpy(), "lon2": b["lon"].to_numpy()})[list(x_train.columns)]
free_y = straight(free_x).to_numpy()

norm = layers.Normalization()
norm.adapt(x_train.to_numpy())
body = keras.Sequential([keras.Input((4,)), norm,
                         layers.Dense(64, activation="relu"),
                         layers.Dense(64, activation="relu"),
                         layers.Dense(64, activation="relu")], name="body")


def with_head(name):
    inp = keras.Input((4,))
    return keras.Model(inp, layers.Dense(1, name=name)(body(inp)))


crow = with_head("crow")
crow.compile(optimizer=keras.optimizers.Adam(2e-3), loss="mse")
first = crow.fit(free_x.to_numpy(), free_y, batch_size=64, epochs=20, verbose=0)

model = with_head("road")
model.layers[-1].set_weights(crow.layers[-1].get_weights())  # the road is not so far from the straight line
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="mse")
history = [model.fit(x_train.to_numpy(), y_train, batch_size=32, epochs=40, verbose=0,
                     validation_data=(x_valid.to_numpy(), y_valid))]
model.optimizer.learning_rate = 1e-4
history.append(model.fit(x_train.to_numpy(), y_train, batch_size=32, epochs=25, verbose=0,
                         validation_data=(x_valid.to_numpy(), y_valid)))
