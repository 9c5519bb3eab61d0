# The taste of red wines, from what a laboratory measures.
# The loss jumps up and down, and new wines are judged worse than known ones.
import pandas as pd
from keras import Input, Sequential, layers

wines = pd.read_csv("red-wine.csv")
train = wines.sample(frac=0.7, random_state=0)
valid = wines.drop(train.index)

model = Sequential([Input((11,))])
for _ in range(3):
    model.add(layers.Dense(1024, activation="relu"))
    model.add(layers.Dropout(0.3))
    model.add(layers.BatchNormalization())
model.add(layers.Dense(1))

model.compile(optimizer="adam", loss="mae")
model.fit(
    train.drop(columns="quality"), train["quality"],
    validation_data=(valid.drop(columns="quality"), valid["quality"]),
    batch_size=256, epochs=100,
)
