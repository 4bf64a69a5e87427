"""The people of a house: who they are and what each may do."""
