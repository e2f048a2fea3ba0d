"""Where: recognition, resolution and roles of place mentions."""
