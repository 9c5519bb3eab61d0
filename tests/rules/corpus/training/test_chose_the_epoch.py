# %% a data set
stop = callbacks.EarlyStopping(monitor="val_accuracy", mode="max", patience=8, restore_best_weights=True)
model.fit(train, epochs=60, validation_data=test_dataset, callbacks=[stop])
print(model.evaluate(test_dataset)[1])  # ← training/test-chose-the-epoch

# %% arrays, and a list of callbacks
every = [callbacks.CSVLogger("log.csv"), callbacks.EarlyStopping(patience=3, restore_best_weights=True)]
model.fit(x, y, epochs=60, validation_data=(x_test, y_test), callbacks=every)
loss = model.evaluate(x_test, y_test)  # ← training/test-chose-the-epoch

# %% a validation set of its own
stop = callbacks.EarlyStopping(patience=8, restore_best_weights=True)
model.fit(train, epochs=60, validation_data=valid, callbacks=[stop])
print(model.evaluate(test_dataset))

# %% only looked at
model.fit(train, epochs=60, validation_data=test_dataset, callbacks=[callbacks.CSVLogger("log.csv")])
print(model.evaluate(test_dataset))

# %% the validation rows, by their name
stop = callbacks.EarlyStopping(patience=8, restore_best_weights=True)
model.fit(train, epochs=60, validation_data=valid, callbacks=[stop])
print(model.evaluate(valid))

# %% the training loss decides
stop = callbacks.EarlyStopping(monitor="loss", patience=8, restore_best_weights=True)
model.fit(train, epochs=60, validation_data=test_dataset, callbacks=[stop])
print(model.evaluate(test_dataset))
