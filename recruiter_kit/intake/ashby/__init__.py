"""Ashby: the feedback on an application, and the applications, interviews and users that it points to."""
