import keras

stack = [keras.layers.Dense(4)]
stack.append(keras.layers.ReLU())
stack += [keras.layers.Dense(3), keras.layers.Dense(2)]
stack.insert(0, keras.Input((9,)))
last = stack.pop()
model = keras.Sequential(stack[:3] + [stack[-1]])
x = inputs = keras.Input((9,))
for layer in [*stack[1:], last]:
    x = layer(x)
functional = keras.Model(inputs, x)
