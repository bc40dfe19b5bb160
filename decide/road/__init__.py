"""The one road: text → Decision → Ranking → Page → text, station by station."""
