"""What is valid but unwise."""
