"""E-mail out: the settings of the organisation's mail server, sending, and the worker that does it."""
