"""What happened: triggers, tolls, dates, claims."""
