"""The ground: frozen records that every other room speaks of; standard library only."""
