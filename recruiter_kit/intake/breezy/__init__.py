"""Breezy HR: scorecards of a candidate, with the candidates and positions that they belong to."""
