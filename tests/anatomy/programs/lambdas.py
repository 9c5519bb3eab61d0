import keras

dense = lambda units, activation="relu": keras.layers.Dense(units, activation)
pick = (lambda n: n * 2)(4)
model = keras.Sequential([keras.Input((pick,)), dense(3), dense(2, None)])
