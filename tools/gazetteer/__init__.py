"""Builds `data/gazetteer.csv` from registry packages and the hand-entered tables in `sources/`."""
