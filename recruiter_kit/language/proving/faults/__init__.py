"""The faults of a text, one module each, in the order in which they are told.

In: a Case. Out: its faults. A module that finds one says which words are at fault and why. `habit` is the
part of `degree`, and `turned` the part of `denial`, that is looked for word by word.
"""
