"""Performance → value: 0 for the worst end of a scale, 100 for the best."""
