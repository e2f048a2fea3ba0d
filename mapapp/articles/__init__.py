"""From bytes to an article whose parts are known."""
