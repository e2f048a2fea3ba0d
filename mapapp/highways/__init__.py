"""Roads: loading, segments, mentions and what lies near them."""
