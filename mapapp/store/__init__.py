"""The database: articles, what was found in them, corrections."""
