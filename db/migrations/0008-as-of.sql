-- What the service said on any past day. Whenever a row changes, the row that it was goes to a table
-- beside its own, with the numbers between which it was current; the schema `as_of` has views of the
-- same names, so that the queries of today read any past state when that schema comes first in the
-- search path and `counterpoint.as_of` says as of which event.
--
-- Who adds a column to one of these tables adds it to its `_was` table too and makes the view anew.

-- Whoever takes the record lock opens a batch: what it writes is current from its first event on.
create function open_batch() returns trigger
language plpgsql as $$
begin
  perform set_config('counterpoint.batch_start', (old.seq + 1)::text, true);
  return new;
end
$$;
create trigger record_head_opens_batch before update on record_head
  for each row when (new.seq = old.seq) execute function open_batch();

-- As the owner, since nobody else may write what was.
create function keep_what_was() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  batch_start bigint := current_setting('counterpoint.batch_start')::bigint;
begin
  -- Between the events of a batch the record was never seen.
  if old.since_seq < batch_start then
    execute format('insert into %I select $1, ($2).*', tg_table_name || '_was')
      using batch_start, old;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.since_seq := batch_start;
  return new;
end
$$;

create schema as_of;
grant usage on schema as_of to counterpoint_service;

do $$
declare
  name text;
  head bigint := (select seq from record_head);
begin
  foreach name in array array['source', 'report', 'claim', 'link', 'citation', 'story', 'node'] loop
    -- What is there already is known since now: how it came about was not kept.
    execute format('alter table %I add column since_seq bigint not null default %s', name, head);
    execute format(
      'alter table %I alter column since_seq set default current_setting(''counterpoint.batch_start'')::bigint',
      name
    );
    execute format(
      'comment on column %I.since_seq is %L',
      name, 'First event of the batch that made the row what it is.'
    );

    execute format(
      'create table %I (until_seq bigint not null, like %I, primary key (id, until_seq))',
      name || '_was', name
    );
    execute format(
      'comment on column %I.until_seq is %L',
      name || '_was', 'First event of the batch that made it something else.'
    );
    execute format('grant select on %I to counterpoint_service', name || '_was');
    execute format(
      'create trigger %I before update or delete or truncate on %I for each statement execute function refuse_change()',
      name || '_was_append_only', name || '_was'
    );

    execute format(
      'create view as_of.%1$I as
       select * from (
         select null::bigint as until_seq, %1$I.* from public.%1$I
         union all
         select * from public.%2$I
       ) as version
       where since_seq <= current_setting(''counterpoint.as_of'')::bigint
         and (until_seq is null or until_seq > current_setting(''counterpoint.as_of'')::bigint)',
      name, name || '_was'
    );
    execute format('grant select on as_of.%I to counterpoint_service', name);
  end loop;

  foreach name in array array['source', 'report', 'claim', 'link', 'citation', 'story'] loop
    execute format(
      'create trigger %I before update on %I for each row execute function keep_what_was()',
      name || '_versions', name
    );
  end loop;
end
$$;

-- Rank and witness are of no interest once they have changed.
create trigger node_versions before update on node
  for each row
  when ((old.forced, old.two_way, old.label) is distinct from (new.forced, new.two_way, new.label))
  execute function keep_what_was();
create trigger node_last_version before delete on node
  for each row execute function keep_what_was();

create view as_of.current_affiliation as
select affiliation.* from affiliation
join as_of.source on source.id = affiliation.source_id and source.content_seq = affiliation.seq
join as_of.source as other on other.id = affiliation.to_id
where source.voided_at is null and other.voided_at is null;
grant select on as_of.current_affiliation to counterpoint_service;

create index source_was_slug on source_was (slug);
create index story_was_slug on story_was (slug);
create index link_was_from_claim on link_was (from_claim, relation);
create index link_was_to_claim on link_was (to_claim, relation);
create index link_was_to_link on link_was (to_link, relation);
create index citation_was_of_claim on citation_was (claim_id) where claim_id is not null;
create index citation_was_of_link on citation_was (link_id) where link_id is not null;
create index node_was_of_owner on node_was (owner) where owner <> id;

-- Finds the last event at or before a time.
create index event_batch_times on event (at, batch) where seq = batch;
