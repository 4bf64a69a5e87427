"""The telephone call: its script, its cards, and what to know before dialling."""
