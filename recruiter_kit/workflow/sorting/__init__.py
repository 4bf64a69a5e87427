"""Notes without a form, sorted by interviewer, interview and criterion; a person confirms every sentence."""
