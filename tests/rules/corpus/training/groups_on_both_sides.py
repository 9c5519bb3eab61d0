# %% a table of slices
slices = pd.read_csv("slices.csv")
print(slices["patient_id"].nunique(), "patients", len(slices), "slices")
train, test = train_test_split(slices, test_size=0.2)  # ← training/groups-on-both-sides

# %% windows that a loop collects
x, y = [], []
for subject in subjects:
    signal = np.load(f"{subject}.npy")
    for start in range(0, len(signal) - 128, 64):
        x.append(signal[start : start + 128])
        y.append(active[subject])
x, y = np.array(x), np.array(y)
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2, stratify=y)  # ← training/groups-on-both-sides

# %% folds over frames
table = pd.read_csv("frames.csv")
print(len(np.unique(table["video"])), "videos")
x = table[columns].to_numpy()
for train, test in KFold(5, shuffle=True).split(x):  # ← training/groups-on-both-sides
    model.fit(x[train], y[train])

# %% by patient
slices = pd.read_csv("slices.csv")
patients = slices["patient_id"].unique()
kept, held = train_test_split(patients, test_size=0.2)
train, test = slices[slices["patient_id"].isin(kept)], slices[slices["patient_id"].isin(held)]

# %% by folds of groups
table = pd.read_csv("frames.csv")
print(table["video"].nunique(), "videos")
for train, test in GroupKFold(5).split(x, y, groups=table["video"]):
    model.fit(x[train], y[train])

# %% one row for each patient
table = pd.read_csv("heart.csv").drop(columns="patient_id")
assert ids["patient_id"].is_unique
train, test = train_test_split(table, test_size=0.2)

# %% one row for each, after a mean over the visits
visits = pd.read_csv("visits.csv")
table = visits.groupby("patient_id").mean()
train, test = train_test_split(table, test_size=0.2)

# %% each subject by itself
for subject in subjects:
    x, y = [], []
    for trial in trials(subject):
        x.append(trial.signal)
        y.append(trial.label)
    x_train, x_test, y_train, y_test = train_test_split(np.array(x), np.array(y))

# %% one visit of each patient
table = pd.read_csv("heart.csv")  # the first visit of each patient
print(table["patient_id"].nunique(), len(table))
train, test = train_test_split(table, test_size=0.2)

# %% a table of videos, of which the frames are read later
videos = pd.read_csv("videos.csv")
print(videos["video_id"].nunique(), "videos")
train, test = train_test_split(videos, test_size=0.2)
for video in train["path"]:
    for frame in frames(video):
        x.append(frame)
