-- What claims are counted by. One narrow row for each claim in lists, with all its facets as numbers:
-- the rows of ten thousand claims are few pages, and one index finds any combination of facets.
create sequence facet_numbers as integer maxvalue 134217727;
create table facet (
  no    integer primary key,
  code  smallint not null check (code between 1 and 15),
  value text not null,
  -- Of a source that was merged: the number of the survivor.
  into_no integer,
  unique (code, value)
);
comment on table facet is
  'The number of each value. Its last four bits are the code: 1 status, 2 kind, 3 language, 4 year, 5 speaker, 6 subject as entered, 7 story, 8 whether it is answered.';
create index facet_merged on facet (no, into_no) where into_no is not null;

create table claim_facets (
  claim_id uuid primary key,
  facets   integer[] not null
);
comment on table claim_facets is 'Every claim that is neither voided nor merged.';

create view claim_facet_values as
select claim.id as claim_id, own.code, own.value
from claim cross join lateral (values
  (1, claim.status), (2, claim.kind), (3, claim.lang::text),
  (4, extract(year from lower(claim.asserted_days))::text), (5, claim.speaker_id::text),
  (8, (claim.answers > 0)::text)
) as own (code, value)
where claim.voided_at is null and claim.merged_into is null and own.value is not null
union all
select claim.id, 6, claim_about.source_id::text
from claim join claim_about
  on claim_about.claim_id = claim.id and claim_about.seq = claim.content_seq
where claim.voided_at is null and claim.merged_into is null
union all
select claim.id, 7, story.id::text
from claim
  join story_claim on story_claim.claim_id = claim.id
  join story on story.id = story_claim.story_id and story.content_seq = story_claim.seq
where claim.voided_at is null and claim.merged_into is null
union all
select entered.merged_into, 7, story.id::text
from claim as entered
  join story_claim on story_claim.claim_id = entered.id
  join story on story.id = story_claim.story_id and story.content_seq = story_claim.seq
  join claim as survivor on survivor.id = entered.merged_into and survivor.voided_at is null
where entered.merged_into is not null;

-- Fills both tables from scratch.
create function remake_facets() returns void
language plpgsql set search_path = public, pg_temp set work_mem = '128MB' as $$
begin
  delete from claim_facets;
  insert into facet (no, code, value)
  select nextval('facet_numbers')::integer * 16 + code, code, value
  from (select distinct code, value from claim_facet_values) as used
  where not exists (
    select from facet where facet.code = used.code and facet.value = used.value
  );
  insert into claim_facets
  select claim_id, array_agg(distinct no order by no)
  from claim_facet_values join facet using (code, value)
  group by claim_id;
  update facet set into_no = survivor.no
  from source join facet as survivor
    on survivor.code = 6 and survivor.value = source.merged_into::text
  where facet.code = 6 and facet.value = source.id::text;
end
$$;
select remake_facets();
create index claim_facets_each on claim_facets using gin (facets) with (fastupdate = off);
analyze facet;
analyze claim_facets;
grant select on facet, claim_facets to counterpoint_service;

-- What a transaction changes is counted once, before it commits.
create table facets_to_count (object uuid primary key, is_story boolean not null);
comment on table facets_to_count is
  'Claims and stories whose facets this transaction may have changed; empty outside of transactions.';

create function count_facets() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  claims uuid[];
begin
  if not exists (select from facets_to_count where object = new.object) then
    return null;
  end if;
  with changed as (delete from facets_to_count returning object, is_story),
  named as (
    select object as id from changed where not is_story
    union
    select story_claim.claim_id from changed
      join story_claim on changed.is_story and story_claim.story_id = changed.object
  )
  select array_agg(id) into claims from (
    select id from named
    union
    select claim.merged_into from named join claim using (id) where claim.merged_into is not null
  ) as every;

  insert into facet (no, code, value)
  select nextval('facet_numbers')::integer * 16 + code, code, value
  from (
    select distinct code, value from claim_facet_values where claim_id = any(claims)
  ) as used
  where not exists (
    select from facet where facet.code = used.code and facet.value = used.value
  );
  delete from claim_facets using claim
  where claim_facets.claim_id = any(claims) and claim.id = claim_facets.claim_id
    and (claim.voided_at is not null or claim.merged_into is not null);
  insert into claim_facets
  select claim_id, array_agg(distinct no order by no)
  from claim_facet_values join facet using (code, value)
  where claim_id = any(claims)
  group by claim_id
  on conflict (claim_id) do update set facets = excluded.facets
    where claim_facets.facets <> excluded.facets;
  return null;
end
$$;
create constraint trigger facets_are_counted after insert on facets_to_count
  deferrable initially deferred for each row execute function count_facets();

create function note_facets() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'story' then
    insert into facets_to_count values (new.id, true) on conflict do nothing;
    return null;
  end if;
  insert into facets_to_count values (new.id, false) on conflict do nothing;
  if tg_op = 'UPDATE' and old.merged_into is not null then
    insert into facets_to_count values (old.merged_into, false) on conflict do nothing;
  end if;
  return null;
end
$$;
create trigger claim_notes_facets after insert on claim
  for each row execute function note_facets();
create trigger claim_notes_changed_facets after update on claim
  for each row when (
    (old.status, old.kind, old.lang, old.asserted_at, old.speaker_id, old.content_seq, old.answers > 0)
      is distinct from
    (new.status, new.kind, new.lang, new.asserted_at, new.speaker_id, new.content_seq, new.answers > 0)
    or (old.voided_at, old.merged_into) is distinct from (new.voided_at, new.merged_into)
  )
  execute function note_facets();
create trigger story_notes_facets after insert or update of content_seq on story
  for each row execute function note_facets();

-- Claims name the entry of a source, also after a merge.
create function note_merged_facet() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.merged_into is not null then
    insert into facet (no, code, value)
    select nextval('facet_numbers')::integer * 16 + 6, 6, id::text
    from unnest(array[new.id, new.merged_into]) as id
    where not exists (select from facet where code = 6 and value = id::text);
  end if;
  update facet set into_no = (
    select survivor.no from facet as survivor
    where survivor.code = 6 and survivor.value = new.merged_into::text
  )
  where code = 6 and value = new.id::text;
  return null;
end
$$;
create trigger source_notes_merged_facet after update of merged_into on source
  for each row when (old.merged_into is distinct from new.merged_into)
  execute function note_merged_facet();

-- The counts of all claims, made by a job: one row.
create table facet_totals (
  is_only    boolean primary key default true check (is_only),
  seq        bigint not null,
  counted_at timestamptz(3) not null,
  claims     integer not null,
  totals     jsonb not null
);
comment on table facet_totals is
  'How many claims have each value, as of an event: of each code the most frequent values.';
comment on column facet_totals.totals is
  'By code: {"values": [[value, count], …], "others": how many values are not among these}.';
grant select, insert, update on facet_totals to counterpoint_service;
select pgboss.create_queue('count-claims', '{
  "policy": "exclusive", "retryLimit": 0, "expireInSeconds": 120, "retentionSeconds": 3600,
  "deleteAfterSeconds": 86400
}');
