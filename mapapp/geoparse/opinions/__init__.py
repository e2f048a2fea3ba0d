"""One module per second opinion on what is a place name."""
