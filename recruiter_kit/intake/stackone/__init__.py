"""The unified API of StackOne: scorecards, applications and what belongs to them."""
