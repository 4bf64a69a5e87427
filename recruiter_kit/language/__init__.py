"""What interviewers wrote: cut into sentences, screened, reworded and read for its direction.

In: notes of scorecards. Out: observations worded for the candidate, sentences withheld and
sentences left to the recruiter. The words and patterns are data, in lexicon/.
"""
