"""What several rules see in the text of a program: each module is about one thing, and finds no fault by itself."""
