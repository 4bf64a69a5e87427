"""E-mail out: the settings of the house's mail server, sending, and the worker that does it."""
