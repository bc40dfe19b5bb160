"""Decision → Ranking."""
