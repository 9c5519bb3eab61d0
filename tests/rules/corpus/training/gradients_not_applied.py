# %% never applied
model = build()
rule = optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = error(y, model(x))
    slopes = tape.gradient(loss, model.trainable_weights)  # ← training/gradients-not-applied
    print(loss)

# %% in the wrong order
model = build()
rule = optimizers.Adam()
with tf.GradientTape() as tape:
    loss = error(y, model(x))
slopes = tape.gradient(loss, model.trainable_variables)
rule.apply_gradients(zip(model.trainable_variables, slopes))  # ← training/gradients-not-applied

# %% applied
model = build()
rule = optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = error(y, model(x))
    slopes = tape.gradient(loss, model.trainable_weights)
    rule.apply_gradients(zip(slopes, model.trainable_weights))

# %% by hand
model = build()
rule = optimizers.Adam()
for x, y in batches:
    with tf.GradientTape() as tape:
        loss = error(y, model(x))
    for weight, slope in zip(model.trainable_weights, tape.gradient(loss, model.trainable_weights)):
        weight.assign_sub(0.1 * slope)

# %% only looked at
with tf.GradientTape() as tape:
    loss = error(y, model(x))
print(tape.gradient(loss, model.trainable_weights))
