"""Lever: feedback forms, opportunities and what belongs to them."""
