"""Rules on which weights learn: freezing, sharing, layers that nothing keeps, copies and files of weights."""
