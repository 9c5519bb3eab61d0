# RIGHT: PyTorch-like subclassed model without get_config, made of Block layers, trained with two fit calls at falling learning rate
class Block(layers.Layer):
    def __init__(self, n, p):
        super().__init__()
        self.fc = layers.Dense(n)
        self.bn = layers.BatchNormalization()
        self.act = layers.LeakyReLU(negative_slope=0.1)
        self.drop = layers.Dropout(p)

    def call(self, x, training=None):
        x = self.fc(x)
        x = self.bn(x, training=training)
        x = self.act(x)
        return self.drop(x, training=training)


class LeakNet(keras.Model):
    def __init__(self):
        super().__init__()
        self.input_bn = layers.BatchNormalization()
        self.block1 = Block(96, 0.25)
        self.block2 = Block(48, 0.15)
        self.head = layers.Dense(1, activation="sigmoid")

    def call(self, x, training=None):
        x = self.input_bn(x, training=training)
        x = self.block1(x, training=training)
        x = self.block2(x, training=training)
        return self.head(x)


X, Y = x_train.to_numpy().astype("float32"), np.ravel(np.asarray(y_train)).astype("float32")
Xv, Yv = x_valid.to_numpy().astype("float32"), np.ravel(np.asarray(y_valid)).astype("float32")

model = LeakNet()
model.compile(optimizer=keras.optimizers.Adam(learning_rate=3e-3), loss=keras.losses.BinaryCrossentropy())
model.fit(X, Y, batch_size=64, epochs=25, verbose=0)
model.optimizer.learning_rate = 5e-4
history = model.fit(X, Y, batch_size=64, epochs=20, validation_data=(Xv, Yv), verbose=0)
print("valid loss", history.history["val_loss"][-1])
