"""Batch norm between each dense layer and its ReLU, dropout after it; no bias where batch norm has one."""

normalization = layers.Normalization()
normalization.adapt(x_train.to_numpy())
inputs = keras.Input((11,))
x = normalization(inputs)
for _ in range(2):
    x = layers.Dense(64, use_bias=False)(x)
    x = layers.BatchNormalization()(x)
    x = keras.ops.relu(x)
    x = layers.Dropout(0.2)(x)
model = keras.Model(inputs, layers.Dense(1, bias_initializer=keras.initializers.Constant(y_train.mean()))(x))
model.compile(optimizer="adam", loss="mae")
history = model.fit(x_train, y_train, validation_data=(x_valid, y_valid), batch_size=32, epochs=40, verbose=0)
