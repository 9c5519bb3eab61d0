# %% a model from one, a layer from the other
from keras import Sequential
from keras.applications import InceptionV3
from tensorflow.keras.layers import Dense
model = Sequential()
model.add(InceptionV3(include_top=False, pooling="avg"))
model.add(Dense(12, activation="softmax"))  # ← keras3/two-packages

# %% the other way round
from tensorflow.keras.models import Model
from tensorflow.keras.layers import Dense, Flatten
from keras.layers import Input
a = Input((4,))  # ← keras3/two-packages
model = Model(a, Dense(1)(Flatten()(a)))

# %% data and callbacks of the other package
from tensorflow.keras.datasets import mnist
from tensorflow.keras.callbacks import EarlyStopping
from keras.layers import Dense
from keras.models import Sequential
model = Sequential([Dense(1)])

# %% one package
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential
model = Sequential([Dense(1)])

# %% imported and not used
from keras.layers import Dense, Dropout
from tensorflow.keras.layers import LSTM
from keras import Sequential
model = Sequential([Dense(1)])
