"""Numbers → numbers: linear programs, exact."""
