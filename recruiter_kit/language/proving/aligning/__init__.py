"""Which word of a note each word of a text stands for.

In: a text and notes as they were read. Out: an Alignment. A word goes to the place that shares a meaning with
it and lies nearest to where its neighbours went, so that a sentence follows one sentence of a note.
"""
