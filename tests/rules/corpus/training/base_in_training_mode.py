# %% in training mode
base = keras.applications.ResNet50(include_top=False, weights="imagenet", input_shape=(96, 96, 3))
inputs = Input((96, 96, 3))
x = base(inputs, training=True)  # ← training/base-in-training-mode

# %% another network
net = keras.applications.Xception(include_top=False)
images = Input((96, 96, 3))
features = net(images, training=True)  # ← training/base-in-training-mode

# %% as it answers
base = keras.applications.ResNet50(include_top=False, weights="imagenet", input_shape=(96, 96, 3))
inputs = Input((96, 96, 3))
x = base(inputs, training=False)

# %% nothing is said
base = keras.applications.ResNet50(include_top=False, weights="imagenet", input_shape=(96, 96, 3))
x = base(Input((96, 96, 3)))

# %% a model of one's own, in a loop of one's own
model = Sequential([layers.Dense(1)])
answer = model(x, training=True)
