"""Workable: the activities of candidates, with their ratings and comments."""
