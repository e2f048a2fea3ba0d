"""What is said to have happened: types, participants, tolls, dates, claims, road status."""
