"""The installation's one SQLite file: imports, applications, feedback, tellings, people, audit log."""
