"""What the readers found, put together and checked: roles, decisions, levels, and what is missing."""
