"""A stand-in for PyTorch-Ignite: as much of it as the fixtures use, in the order of events that ignite has."""
