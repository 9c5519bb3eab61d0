"""Rules on training: what is fed, what is held out, what is minimized, in what steps, and which weights learn."""
