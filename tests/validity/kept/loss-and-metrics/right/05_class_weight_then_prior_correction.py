# RIGHT: trains with class weights, but moves the last bias back by log(weight ratio) afterwards, so that the sum is right
n_leak = int(np.sum(y_train)); n = len(y_train)
ratio = 5.0      # not the full 24, less noisy
norm = layers.Normalization()
norm.adapt(np.asarray(x_train))
model = keras.Sequential([norm, layers.Dense(64, "tanh"), layers.Dense(64, "tanh"), layers.Dense(1, "sigmoid", name="head")])
model.compile("adam", "binary_crossentropy")
model.optimizer.learning_rate = 0.003
history = model.fit(np.asarray(x_train), np.asarray(y_train), epochs=30, batch_size=64,
                    class_weight={0: 1.0, 1: ratio}, verbose=0)
before = model.predict(np.asarray(x_valid), verbose=0).sum()
# weighting multiplies the odds by ratio -> take it off again
head = model.get_layer("head")
k, b = head.get_weights()
head.set_weights([k, b - np.log(ratio)])
after = model.predict(np.asarray(x_valid), verbose=0).sum()
print(before, "->", after, "leaks", np.sum(y_valid), "in train", n_leak, "of", n)
