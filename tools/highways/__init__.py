"""Build data/highways/*.csv from waypoints that were entered and checked by hand."""
