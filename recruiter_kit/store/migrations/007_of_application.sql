-- Where an application stands is worked out from these at every change.
CREATE INDEX outbox_of_application ON outbox (application, id);
CREATE INDEX disputes_of_application ON disputes (application, id);
CREATE INDEX requests_of_application ON requests (application, id);
CREATE INDEX holds_of_application ON holds (application, id);
