"""Recruiter Kit."""
