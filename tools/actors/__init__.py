"""The parts of tools/build_actors.py: one module a table of data/actors."""
