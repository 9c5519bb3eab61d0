# %% a batch from the memory
class Agent:
    def replay(self, size):
        batch = random.sample(self.memory, size)
        rewards = np.array([one[2] for one in batch])
        dones = np.array([one[4] for one in batch])
        following = self.target_model.predict(np.array([one[3] for one in batch]))
        targets = rewards + self.gamma * following.max(axis=1)  # ← training/end-of-episode-unread
        self.model.train_on_batch(states, targets)

# %% step by step
def replay(memory):
    for state, action, reward, next_state, done in memory:
        target = model.predict(state)
        target[0][action] = reward + gamma * np.amax(model.predict(next_state)[0])  # ← training/end-of-episode-unread
        model.fit(state, target)

# %% under a tape
@tf.function
def step(state, action, reward, next_state, done):
    best = tf.reduce_max(target_net(next_state), axis=1)
    wanted = reward + discount * best  # ← training/end-of-episode-unread
    with tf.GradientTape() as tape:
        loss = mse(wanted, q_net(state))

# %% told apart
def replay(memory):
    for state, action, reward, next_state, done in memory:
        target = reward
        if not done:
            target = reward + gamma * np.amax(model.predict(next_state)[0])
        model.fit(state, target)

# %% as a factor
def replay(rewards, next_states, dones):
    best = model.predict(next_states).max(axis=1)
    return rewards + (1 - dones) * gamma * best

# %% a table, in which the end has the value 0 for ever
def learn(state, action, reward, next_state, done):
    table[state, action] += rate * (reward + gamma * np.max(table[next_state]) - table[state, action])

# %% nobody tells of the end
def replay(rewards, next_states):
    return rewards + gamma * model.predict(next_states).max(axis=1)

# %% a task without an end
env = gym.make("Pendulum-v1")


def replay(rewards, next_states, dones):
    return rewards + gamma * model.predict(next_states).max(axis=1)
