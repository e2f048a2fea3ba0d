"""Who is named: lexicons and their recognition."""
