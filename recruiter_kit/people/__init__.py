"""The people of an organisation: who they are and what each may do."""
