"""Candidates to rehearse a call with."""
