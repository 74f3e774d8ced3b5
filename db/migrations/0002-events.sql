-- The head of the record: one row, whose lock is the record lock. Whoever writes the record updates
-- it first, and the triggers below refuse a write by a transaction that did not.
create table record_head (
  is_head boolean primary key default true check (is_head),
  seq     bigint not null default 0
);
comment on column record_head.seq is 'Number of the last event.';
insert into record_head default values;

create function require_record_lock() returns trigger
language plpgsql as $$
begin
  if not exists (select from record_head where xmin = pg_current_xact_id()::xid) then
    raise exception 'the record lock is not held: % on %', tg_op, tg_table_name
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  return null;
end
$$;

create function refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op
    using errcode = 'insufficient_privilege';
end
$$;

-- One change of the record. `body` holds the exact bytes of its canonical JSON (RFC 8785): no free
-- text, but for each text its salted SHA-256.
create table event (
  seq   bigint primary key,
  batch bigint not null,
  at    timestamptz(3) not null,
  kind  text not null check (
    kind ~ '^(source|report|claim|citation|link|story)\.(added|amended|withdrawn|ended|voided)$'
  ),
  object uuid not null,
  body   text not null check (body is json object with unique keys),
  check (batch >= seq)
);
comment on column event.batch is
  'Last event of the same transaction. The record was never seen between the events of a batch.';
create index event_of_object on event (object, seq);
create index event_batches on event (batch) where seq = batch;

-- The words of an event, beside the salt that its hash was made with. A redaction removes the row
-- and leaves the event as it was.
create table words (
  seq   bigint not null references event,
  field text not null check (field ~ '^/' and char_length(field) <= 200),
  salt  bytea not null check (octet_length(salt) = 16),
  body  prose not null,
  primary key (seq, field)
);
comment on column words.field is 'JSON Pointer into the object as it was entered.';

-- Event numbers have no gaps: what is inserted continues the head and moves it.
create function continue_the_head() returns trigger
language plpgsql as $$
declare
  head bigint;
  first bigint;
  last bigint;
  added bigint;
begin
  select seq into head from record_head;
  select min(seq), max(seq), count(*) into first, last, added from new_events;
  if added = 0 then
    return null;
  end if;
  if first <> head + 1 or last <> head + added then
    raise exception 'events % to % do not continue %', first, last, head
      using errcode = 'integrity_constraint_violation';
  end if;
  update record_head set seq = last;
  return null;
end
$$;

-- Nothing else moves the head, and nothing removes it.
create function follow_the_events() returns trigger
language plpgsql as $$
begin
  if new.seq is distinct from (select max(seq) from event) then
    raise exception 'the head follows the events, it does not go to %', new.seq
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;

create trigger record_head_follows_events before update on record_head
  for each row when (old.seq is distinct from new.seq) execute function follow_the_events();
create trigger record_head_stays before delete or truncate on record_head
  for each statement execute function refuse_change();

create trigger event_holds_lock before insert on event
  for each statement execute function require_record_lock();
create trigger event_has_no_gap after insert on event
  referencing new table as new_events
  for each statement execute function continue_the_head();
create trigger event_append_only before update or delete or truncate on event
  for each statement execute function refuse_change();
create trigger words_hold_lock before insert on words
  for each statement execute function require_record_lock();
create trigger words_append_only before update or delete or truncate on words
  for each statement execute function refuse_change();

grant select, update (seq) on record_head to counterpoint_service;
grant select, insert on event, words to counterpoint_service;
