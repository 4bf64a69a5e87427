"""Teamtailor: what became of applications; its scorecards are named, not read."""
