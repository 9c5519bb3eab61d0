import keras

COUNT = 0
made = []


def dense(units):
    global COUNT
    COUNT += 1
    made.append(units)
    return keras.layers.Dense(units + COUNT)


model = keras.Sequential([keras.Input((2,)), dense(4), dense(4), keras.layers.Dense(COUNT + len(made))])
