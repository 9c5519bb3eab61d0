import keras

USE_DROPOUT = True
depth = 2
model = keras.Sequential([keras.Input((4,))])
if USE_DROPOUT and depth > 1:
    model.add(keras.layers.Dropout(0.1))
elif depth == 1:
    model.add(keras.layers.Dropout(0.9))
model.add(keras.layers.Dense(3 if not USE_DROPOUT else 5))
if __name__ == "__main__":
    model.add(keras.layers.Dense(1))
