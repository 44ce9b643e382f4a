"""Documents out of a portfolio: pure functions, text out."""
