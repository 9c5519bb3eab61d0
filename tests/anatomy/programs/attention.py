import keras
from keras import layers

x = keras.Input((10, 16))
y = layers.MultiHeadAttention(num_heads=2, key_dim=8, dropout=0.1)(x, x)
y = layers.LayerNormalization(epsilon=1e-6)(x + y)
z = layers.Attention()([y, y])
z = layers.AdditiveAttention()([z, y])
model = keras.Model(x, layers.GlobalMaxPooling1D()(z))
