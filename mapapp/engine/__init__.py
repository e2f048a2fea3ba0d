"""Driving many articles through the pipeline into the store."""
