"""Greenhouse Harvest: scorecards, applications and what belongs to them."""
