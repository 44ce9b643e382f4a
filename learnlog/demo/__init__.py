"""A believable sample log in each language: the year of an invented assistant nurse."""
