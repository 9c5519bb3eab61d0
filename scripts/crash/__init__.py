"""Kill -9 at random moments, grade again, and compare the gradebook with an undisturbed one: ``make crash``.

``setting`` makes the course, ``victims`` finds whom to kill and ``moments`` when, ``outcome`` says what a graded
course holds, ``rounds`` does it all once.
"""
