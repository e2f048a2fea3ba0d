"""Armed and political parties: their lexicons, and finding them in text."""
