# %% one-hot masks
net = Sequential([Input((64, 64, 3)), layers.Conv2D(2, 1, activation="softmax")])
net.compile("adam", "categorical_crossentropy", metrics=["accuracy", tf.keras.metrics.MeanIoU(num_classes=2, name="iou")])  # ← head/overlap-of-probabilities

# %% one sigmoid, under a name
overlap = keras.metrics.IoU(num_classes=2, target_class_ids=[1])
net = Sequential([Input((64, 64, 3)), layers.Conv2D(1, 1, activation="sigmoid")])
net.compile("adam", "binary_crossentropy", metrics=[overlap])  # ← head/overlap-of-probabilities

# %% those that take the largest
net = Sequential([Input((64, 64, 3)), layers.Conv2D(2, 1, activation="softmax")])
best = [keras.metrics.OneHotMeanIoU(num_classes=2), keras.metrics.MeanIoU(num_classes=2, sparse_y_true=False, sparse_y_pred=False)]
net.compile("adam", "categorical_crossentropy", metrics=[keras.metrics.OneHotMeanIoU(num_classes=2), keras.metrics.MeanIoU(num_classes=2, sparse_y_pred=False)])

# %% by hand, of class numbers
overlap = keras.metrics.MeanIoU(num_classes=2)
overlap.update_state(masks, net.predict(pictures).argmax(axis=-1))


# %% a class of the author's
class MeanIoU(keras.metrics.MeanIoU):
    def update_state(self, truth, answer, sample_weight=None):
        return super().update_state(truth, tf.argmax(answer, axis=-1), sample_weight)


net = Sequential([Input((64, 64, 3)), layers.Conv2D(2, 1, activation="softmax")])
net.compile("adam", "sparse_categorical_crossentropy", metrics=[MeanIoU(num_classes=2)])
