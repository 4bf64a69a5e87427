-- The queue in its order, so that a page of it is read without sorting everybody.
CREATE INDEX applications_untold ON applications (waiting_since IS NULL, waiting_since, id) WHERE status != 'told';
