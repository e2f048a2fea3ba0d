"""One module per gazetteer format."""
