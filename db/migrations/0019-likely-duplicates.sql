-- By what a second entry of one party, or of one statement, is found. Like report_page it is made of
-- words, follows them, and goes with them.

create table source_key (
  seq       bigint not null references event deferrable initially deferred,
  source_id uuid not null references source,
  key       bytea not null check (octet_length(key) = 16),
  primary key (source_id, seq, key)
);
comment on table source_key is 'What a source shares with another entry of the same party: what a name looks like, its Wikidata item, its home domain.';
comment on column source_key.key is 'First half of a SHA-256. Keys find candidates, which are then compared by their words.';
comment on column source_key.seq is 'In force while it equals content_seq of its source.';
create index source_key_key on source_key (key);
create trigger source_key_holds_lock before insert or update or delete on source_key
  for each statement execute function require_record_lock();
grant select, insert, delete on source_key to counterpoint_service;

alter table claim_search add column statement bytea check (octet_length(statement) = 16);
comment on column claim_search.statement is 'First half of a SHA-256 of its folded words and the day they were said, as written. By it the same statement of one speaker is found.';
create index claim_search_statement on claim_search (statement);

-- A redaction takes away keys as it takes away words; of claims and reports they stand in rows that it
-- deletes already.
create function remove_source_keys() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from source_key where source_id = new.object;
  return null;
end
$$;
create trigger redaction_removes_source_keys after insert on redaction
  for each row execute function remove_source_keys();
