"""A language model's proposals, optional and off: the only room that speaks to one.

In: a drafted feedback and the settings of instance/model.yaml. Out: the feedback with what was proved instead
of the noted form. The prover of language/proving/ judges; nothing here approves anything. docs/model.md says
what leaves the machine, and when.
"""
