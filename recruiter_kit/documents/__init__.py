"""A feedback in, a letter, a call script or an e-mail out. Only this package lays pages out."""
