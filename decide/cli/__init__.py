"""Flags in; text and exit code out."""
