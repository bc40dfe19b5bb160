"""Text → Decision, gathering every fault with its place."""
