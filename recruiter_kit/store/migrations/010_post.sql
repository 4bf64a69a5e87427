-- A role is what a candidate applies for; what a person is in the house is a post.
ALTER TABLE users RENAME COLUMN role TO post;
ALTER TABLE approvals RENAME COLUMN role TO post;
