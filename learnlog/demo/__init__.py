"""A believable sample log in each language."""
