# RIGHT: calls the layers of the base one by one, replaces its mean by mean and maximum side by side, one-hot targets with label smoothing
base = keras.models.load_model(ag.datasets.digit_base())

picture = keras.Input((14, 14, 1))
x = picture
for name in ["conv_1", "norm_1", "relu_1", "conv_2", "norm_2", "relu_2", "conv_3", "norm_3", "relu_3"]:
    layer = base.get_layer(name)
    layer.trainable = False
    x = layer(x)
x = layers.concatenate([layers.GlobalAveragePooling2D()(x), layers.GlobalMaxPooling2D()(x)])
x = layers.Dropout(0.3)(x)
answer = layers.Dense(5, activation="softmax", kernel_regularizer=keras.regularizers.L2(1e-3))(x)
model = keras.Model(picture, answer, name="five_to_nine")

model.compile(optimizer=keras.optimizers.RMSprop(0.005),
              loss=keras.losses.CategoricalCrossentropy(label_smoothing=0.05), metrics=["accuracy"])
history = model.fit(x_train, keras.utils.to_categorical(y_train, 5), epochs=50, batch_size=20, verbose=0,
                    validation_data=(x_valid, keras.utils.to_categorical(y_valid, 5)))
