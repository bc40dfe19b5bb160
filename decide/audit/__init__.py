"""What holds over time: findings proved apart from the program that found them."""
