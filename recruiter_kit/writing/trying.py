"""A model tried on a sample note that nobody wrote about anybody: does it answer, and can that be proved?

In: settings. Out: what it proposes and what the prover says. Raises ModelError.
"""

import json
import time
from dataclasses import dataclass

from recruiter_kit.errors import ModelError
from recruiter_kit.language.proving import Note, Proof, prove
from recruiter_kit.language.proving.record import Verdict
from recruiter_kit.writing.asking import MOST_SENTENCES, SCHEMA
from recruiter_kit.writing.client import Client
from recruiter_kit.writing.judging import addresses
from recruiter_kit.writing.prompt import prompt
from recruiter_kit.writing.settings import Model


@dataclass(frozen=True)
class Tried:
    """What a model made of the sample `note`: its words as a proof, and which model and version said so."""

    note: str
    proof: Proof
    model: str
    version: str
    seconds: float

    @property
    def verdict(self) -> Verdict:
        """What a draft would do with it: one that does not speak to the candidate is refused, too."""
        return self.proof.verdict if addresses(self.proof.text) else "refused"


def try_it(settings: Model) -> Tried:
    """Ask for one proposal; raises ModelError when there is none."""
    sample = prompt().sample
    asked = {
        "criterion": sample.criterion,
        "most_sentences": max(MOST_SENTENCES.values()),
        "next_step_wanted": False,
        "role_needs": "",
        "notes": [{"exercise": sample.exercise, "text": sample.note}],
    }
    messages = [
        {"role": "system", "content": prompt().wording},
        {"role": "user", "content": json.dumps(asked)},
    ]
    began = time.monotonic()
    said = Client(settings).ask(messages, SCHEMA)
    text = said.content.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ModelError.of("model_schema")
    note = Note(sample.note, exercise=sample.exercise, criterion=sample.criterion)
    proof = prove(" ".join(text.split()), [note])
    return Tried(sample.note, proof, said.model, said.version, time.monotonic() - began)
