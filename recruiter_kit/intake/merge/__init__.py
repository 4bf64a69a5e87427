"""The unified API of Merge: scorecards, applications and what belongs to them."""
