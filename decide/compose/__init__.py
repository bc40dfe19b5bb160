"""Results → Page: what is said, in which order."""
