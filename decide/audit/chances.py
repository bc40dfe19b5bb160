"""Stub."""
ANALYSES = {"acceptability": lambda model: ()}
CHECKS = {}
