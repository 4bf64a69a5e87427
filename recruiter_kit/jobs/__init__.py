"""Work over many applications, uploads read by a thread, and what is loaded before anybody waits."""
