"""What a note comes wrapped in, taken off it: markup, mail around it, and the layout of where it was copied from."""
