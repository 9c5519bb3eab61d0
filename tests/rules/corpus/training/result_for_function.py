# %% numbers in three ways
def rate(epoch):
    if epoch < 80:
        return 0.001
    elif epoch < 100:
        return 0.0001
    return 0.00001
slower = callbacks.LearningRateScheduler(schedule=rate(0), verbose=1)  # ← training/result-for-function

# %% a number that is reckoned
def decay(epoch):
    lr = 0.1 * 0.5 ** (epoch // 10)
    return lr
slower = callbacks.LearningRateScheduler(decay(1))  # ← training/result-for-function

# %% the function itself
def rate(epoch):
    return 0.001
slower = callbacks.LearningRateScheduler(rate)

# %% a function that makes a function
def halving(first):
    def rate(epoch):
        return first * 0.5 ** epoch
    return rate
slower = callbacks.LearningRateScheduler(halving(0.1))

# %% nobody knows what it gives
def choose(name):
    return SCHEDULES[name]
slower = callbacks.LearningRateScheduler(choose("cosine"))
