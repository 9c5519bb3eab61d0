"""How fast grading is, and beside what: ``make bench``, or ``make bench ARGS='kernel doctor'`` for some of it.

One module for each measurement; ``__main__`` runs them one after the other. Only a run of all of them at full size
writes ``BENCHMARKS.md``.
"""
