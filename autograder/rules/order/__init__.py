"""Rules on where batch norm and dropout stand."""
