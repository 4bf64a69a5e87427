"""Recruitee (Tellent): evaluations, candidates and what belongs to them."""
