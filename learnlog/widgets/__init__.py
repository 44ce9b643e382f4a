"""What shows domain values and sends messages; knows no service."""
