# %% without its top
model = keras.applications.ResNet50(weights="imagenet", include_top=False)
answer = model.predict(images)
print(keras.applications.resnet50.decode_predictions(answer, top=3)[0])  # ← training/maps-for-classes

# %% in one line
model = keras.applications.VGG16(include_top=False)
keras.applications.vgg16.decode_predictions(model.predict(images))  # ← training/maps-for-classes

# %% the whole network
model = keras.applications.VGG16()
keras.applications.vgg16.decode_predictions(model.predict(images))

# %% one of several
model = keras.applications.VGG16(include_top=False)
model = keras.applications.VGG16()
keras.applications.vgg16.decode_predictions(model.predict(images))

# %% an answer from elsewhere
model = keras.applications.VGG16(include_top=False)
keras.applications.vgg16.decode_predictions(np.load("answers.npy"))
