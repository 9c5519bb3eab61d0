# WRONG: (lacks: 2, two batch norms behind weights one behind another) wide and narrow branch side by side with one batch norm each; the joint layer has none, the front one does not count
i = keras.Input((5,))
scaled = layers.BatchNormalization(name="bn_front")(i)

wide = layers.Dense(96)(scaled)
wide = layers.BatchNormalization(name="bn_wide")(wide)
wide = layers.Activation("relu")(wide)
wide = layers.Dropout(0.2)(wide)

narrow = layers.Dense(32)(scaled)
narrow = layers.BatchNormalization(name="bn_narrow")(narrow)
narrow = layers.Activation("tanh")(narrow)
narrow = layers.Dropout(0.1)(narrow)

both = layers.Concatenate()([wide, narrow])
both = layers.Dense(48, activation="relu")(both)
both = layers.Dropout(0.2)(both)
o = layers.Dense(1, activation="sigmoid")(both)

model = keras.Model(i, o)
print(sum(isinstance(l, layers.BatchNormalization) for l in model.layers), "batch norms")
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=[keras.metrics.AUC(curve="PR", name="ap")])
history = model.fit(x_train, y_train, batch_size=64, epochs=40, validation_data=(x_valid, y_valid), verbose=0)
