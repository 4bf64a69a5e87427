"""The files of Recruiter Kit itself."""
