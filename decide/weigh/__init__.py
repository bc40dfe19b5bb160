"""What is stated of the weights → the point weights."""
