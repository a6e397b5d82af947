"""Proof, by running the fixtures under torch, that what the rules say about them is so."""
