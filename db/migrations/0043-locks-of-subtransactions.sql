-- Writes that wait are entered together, each in a subtransaction of its own, which takes the record
-- lock too. What this transaction and its subtransactions wrote is the only thing in progress that it
-- can see, so the head that it sees is of one of these if it is in progress.
create or replace function require_record_lock() returns trigger
language plpgsql as $$
declare
  own xid8 := pg_current_xact_id();
  later bigint;
begin
  if exists (select from record_head where xmin = own::xid) then
    return null;
  end if;
  -- Subtransactions have later ids. Ids wrap around after 2^32.
  select (xmin::text::bigint - own::xid::text::bigint) & 4294967295 into later from record_head;
  if later is null or later >= 2147483648
    or pg_xact_status((own::text::bigint + later)::text::xid8) is distinct from 'in progress'
  then
    raise exception 'the record lock is not held: % on %', tg_op, tg_table_name
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  return null;
end
$$;

comment on column event.batch is
  'Last event of the same write. The record was never seen between the events of a batch.';
comment on column status_history.seq is 'Last event of the write that changed it.';
