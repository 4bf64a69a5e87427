"""What wraps a note, taken off it: markup, mail around it, the layout of where it was copied from."""
