"""Who acts: the candidate, or somebody who is not.

In: a text or a note as it was read. Out: a Doer for a verb or a quotation, where it is said plainly.
"""
