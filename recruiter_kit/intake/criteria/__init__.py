"""Which criterion of a role is meant by the name that a file gives it: the same, asked, or a new one."""
