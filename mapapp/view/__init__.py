"""What to show: filters, links, excerpts and summaries, without any framework."""
