# %% a heat map
from tensorflow.keras import backend as K
i = keras.Input((8, 8, 3))
x = layers.Conv2D(4, 3, name="maps")(i)
model = keras.Model(i, layers.Dense(3)(layers.GlobalAveragePooling2D()(x)))
slopes = K.gradients(model.output[:, 0], model.get_layer("maps").output)[0]  # ← keras3/gradients-of-a-graph

# %% a picture that deceives
model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
picture = tf.Variable(np.ones((1, 4), "float32"))
slopes = tf.gradients(model(picture), [picture])  # ← keras3/gradients-of-a-graph

# %% a tape
model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
picture = tf.Variable(np.ones((1, 4), "float32"))
with tf.GradientTape() as tape:
    score = model(picture)
slopes = tape.gradient(score, picture)

# %% a function of the author's
def gradients(score, weights):
    return [score * weight for weight in weights]


slopes = gradients(2.0, [1.0, 3.0])

# %% numbers of NumPy
gradients = np.gradient(np.array([1.0, 2.0, 4.0]))
