"""Languages: catalogues, labels, dates in words, errors as sentences."""
