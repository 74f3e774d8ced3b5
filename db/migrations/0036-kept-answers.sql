-- What is kept of a write for its retries has no status code: the edge knows it from the route.
-- The column goes once no version writes it any more.
alter table idempotency alter column status drop not null;
