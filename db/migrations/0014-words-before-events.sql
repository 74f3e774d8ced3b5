-- The words of an event may come before it, as all else does that names its number: they are written
-- while the statuses are computed, and the event says what became of those. At the end of the
-- transaction it must be there as before.
alter table words alter constraint words_seq_fkey deferrable initially deferred;
