-- The page of an event says which statuses its write changed.

create index status_history_of_event on status_history (seq, claim_id);
