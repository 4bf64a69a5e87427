"""A text or a note as the prover reads it: words with their meanings, in clauses and sentences.

In: a text. Out: a Reading. Nothing is judged here. The same reader reads notes and texts, so that neither can
mean something by a word that it does not mean in the other.
"""
