"""The one judge of a feedback: findings and candour, for everybody who shows, approves or sends it."""
