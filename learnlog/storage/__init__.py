"""How the log lies on disk: nothing above this room knows a file name or a stored key."""
