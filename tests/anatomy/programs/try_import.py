try:
    import keras
except ImportError:
    from tensorflow import keras

with open(__file__ if "__file__" in dir() else "/dev/null") as unused:
    pass
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
