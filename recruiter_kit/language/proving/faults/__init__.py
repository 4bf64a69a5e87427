"""The faults of a text, one module each, in the order in which they are told.

In: a Case. Out: its faults. A module that finds one says which words are at fault and why.
"""
