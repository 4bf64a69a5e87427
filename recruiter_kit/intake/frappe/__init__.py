"""Frappe HR: interview feedback, job applicants and what belongs to them."""
