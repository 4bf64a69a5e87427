"""Odoo: feedback on activities of applicants, and what belongs to them."""
