"""``python -m autograder``: the command line where no folder of commands is on the path."""

from autograder.cli import main

if __name__ == "__main__":
    main()
