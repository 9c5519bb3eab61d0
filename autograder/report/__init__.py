"""What people read after grading: the verdict in a notebook's cell, and the report on a class."""
