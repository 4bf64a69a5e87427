"""The prover: whether a text says what the notes hold, word by word, whoever wrote it.

In: a text and the notes it rests on. Out: a Proof. The same code judges the wording of rules, the proposals
of a language model, and what a person types; it needs no model, and the same text gives the same proof.
"""

from recruiter_kit.language.proving.prove import prove, prove_step
from recruiter_kit.language.proving.record import Fault, Note, Person, Proof, Word

__all__ = ["Fault", "Note", "Person", "Proof", "Word", "prove", "prove_step"]
