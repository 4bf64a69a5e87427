"""A role file that nobody has to write: what the files know, what is asked, what the answers make."""
