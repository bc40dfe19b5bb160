"""Ranking → Findings: what would have to change, exactly, and what proves it."""
