"""Pure values and rules: no files, no clock, no screen."""
