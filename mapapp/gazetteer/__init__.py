"""Places by name: the compiled index and the formats it is built from."""
