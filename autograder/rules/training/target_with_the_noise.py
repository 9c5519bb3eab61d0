"""# A target with the noise in it

**What it sees.** A denoiser is trained from rows with noise to the same rows with noise, while the clean ones are at
hand; or from the clean rows to those with noise.

**Why it hurts.** A network learns what its targets show. If the noise is part of them, passing on the input is the
best that it can do, and nothing is ever removed.

**Example.**

```python
import keras
import numpy as np

clean = np.load("clean.npy")
noisy = clean + np.random.normal(0, 0.1, clean.shape)
model = keras.Sequential([keras.Input((64, 1)), keras.layers.Conv1D(1, 7, padding="same")])
model.compile(optimizer="adam", loss="mse")
model.fit(noisy, noisy, epochs=20)  # ← here
```

**Instead.**

```python
import keras
import numpy as np

clean = np.load("clean.npy")
noisy = clean + np.random.normal(0, 0.1, clean.shape)
model = keras.Sequential([keras.Input((64, 1)), keras.layers.Conv1D(1, 7, padding="same")])
model.compile(optimizer="adam", loss="mse")
model.fit(noisy, clean, epochs=20)
```
"""

from autograder.rules.rule import Level, Rule

RULE = Rule(
    level=Level.WARNING,
    title="a target with the noise in it",
    instead="Fit from the rows with noise to the clean rows.",
    misuses=("noisy target",),
    exact=True,
)
