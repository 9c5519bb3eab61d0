# %% no else
def rate(epoch, lr):
    if epoch < 10:
        return lr
    elif epoch < 20:
        return lr * 0.1
slower = callbacks.LearningRateScheduler(rate)  # ← training/rate-of-none

# %% a rate that is reckoned and forgotten
def rate(epoch):
    lr = 0.1 * 0.5 ** epoch
slower = callbacks.LearningRateScheduler(schedule=rate, verbose=1)  # ← training/rate-of-none

# %% a rate on every way
def rate(epoch):
    if epoch < 10:
        return 0.1
    else:
        lr = 0.01
        return lr
slower = callbacks.LearningRateScheduler(rate)

# %% a return behind
def rate(epoch):
    if epoch < 10:
        return 0.1
    return 0.01
slower = callbacks.LearningRateScheduler(rate)

# %% found in a loop
def rate(epoch):
    for end, lr in TABLE:
        if epoch < end:
            return lr
slower = callbacks.LearningRateScheduler(rate)
