# %% a power of the epoch
def slower(epoch, lr):
    if epoch < 5:
        return lr
    return lr * 0.95 ** (epoch - 5)  # ← training/rate-compounds


model.fit(x, y, callbacks=[callbacks.LearningRateScheduler(slower)])

# %% a lambda, and an exponential
model.fit(x, y, callbacks=[callbacks.LearningRateScheduler(lambda epoch, lr: lr * np.exp(-0.1 * epoch))])  # ← training/rate-compounds
shrink = lambda epoch, lr: lr / (1 + 0.1 * epoch)  # ← training/rate-compounds
model.fit(x, y, callbacks=[callbacks.LearningRateScheduler(shrink)])

# %% a default is not what it gets
def slower(epoch, rate=0.01):
    return rate * 0.5 ** (epoch // 10)  # ← training/rate-compounds


model.fit(x, y, callbacks=[callbacks.LearningRateScheduler(slower)])

# %% the same factor in each epoch
def slower(epoch, lr):
    return lr if epoch < 10 else lr * 0.9


model.fit(x, y, callbacks=[callbacks.LearningRateScheduler(slower)])

# %% the first rate
def slower(epoch, lr):
    return 0.01 * 0.9**epoch


model.fit(x, y, callbacks=[callbacks.LearningRateScheduler(slower), callbacks.LearningRateScheduler(lambda epoch: 0.1 / (epoch + 1))])

# %% in turns
def slower(epoch, lr):
    lr_now = lr * (0.5 if epoch % 10 == 0 and epoch else 1.0)
    return lr_now


model.fit(x, y, callbacks=[callbacks.LearningRateScheduler(slower)])

# %% a function that Keras is not given
def slower(epoch, lr):
    return lr * 0.9**epoch


for epoch in range(10):
    optimizer.learning_rate = slower(epoch, 0.01)
