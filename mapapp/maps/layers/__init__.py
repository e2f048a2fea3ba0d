"""One module per overlay."""
