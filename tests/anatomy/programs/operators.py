import keras

a = keras.Input((4,))
b = keras.Input((4,))
total = (a + b) * 2 - b / 4
model = keras.Model([a, b], [total, -a, 1 - b, a * b, a**2])
