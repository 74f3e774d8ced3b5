-- What each write notes beside its rows, at less cost.

-- The first note of a transaction counts the facets of all, so the others need not look for it.
alter table facets_to_count add column is_first boolean not null default true;
comment on column facets_to_count.is_first is 'Whether it is the first of its transaction.';

-- Whether nothing is noted yet. What a savepoint undoes is undone here, too.
create function is_first_to_count() returns boolean
language plpgsql as $$
begin
  if current_setting('counterpoint.counts_facets', true) = 'on' then
    return false;
  end if;
  perform set_config('counterpoint.counts_facets', 'on', true);
  return true;
end
$$;

create or replace function note_facets() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into facets_to_count values (new.id, tg_table_name = 'story', is_first_to_count())
  on conflict do nothing;
  if tg_table_name = 'claim' then
    if old.merged_into is not null then
      insert into facets_to_count values (old.merged_into, false, false) on conflict do nothing;
    end if;
  end if;
  return null;
end
$$;

create function note_facets_of_claims() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into facets_to_count
  select id, false, row_number() over () = 1 and is_first_to_count() from written
  on conflict do nothing;
  return null;
end
$$;
create or replace trigger claim_notes_facets after insert on claim
  referencing new table as written
  for each statement execute function note_facets_of_claims();

-- The values of the claims are read once. Facets are looked up one by one, as there are few values
-- and may be many facets.
create or replace function count_facets() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  claims uuid[];
begin
  if not new.is_first then
    return null;
  end if;
  perform set_config('counterpoint.counts_facets', '', true);
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

  with has as materialized (
    select each.claim_id, each.code, each.value, known.no
    from (
      select claim_id, code, value from claim_facet_values where claim_id = any(claims)
    ) as each
    left join lateral (
      select no from facet where facet.code = each.code and facet.value = each.value offset 0
    ) as known on true
  ),
  added as (
    insert into facet (no, code, value)
    select nextval('facet_numbers')::integer * 16 + code, code, value
    from (select distinct code, value from has where no is null) as unknown
    returning no, code, value
  ),
  gone as (
    delete from claim_facets using claim
    where claim_facets.claim_id = any(claims) and claim.id = claim_facets.claim_id
      and (claim.voided_at is not null or claim.merged_into is not null)
  )
  insert into claim_facets
  select claim_id, array_agg(distinct no order by no)
  from (
    select claim_id, no from has where no is not null
    union all
    select claim_id, added.no from has join added using (code, value) where has.no is null
  ) as numbered
  group by claim_id
  on conflict (claim_id) do update set facets = excluded.facets
    where claim_facets.facets <> excluded.facets;
  return null;
end
$$;

-- New entries are put into the index some dozens of claims at a time. Until then, whoever reads the
-- index reads a list of them, too, which is therefore short.
alter index claim_facets_each set (fastupdate = on, gin_pending_list_limit = 64);

-- Every version of a claim has its days, most of which are a single one.
create or replace function world_days(written text) returns daterange
language plpgsql immutable strict parallel safe as $$
begin
  if written like '____-__-__' then
    return daterange(first_day(written), first_day(written), '[]');
  end if;
  return daterange(
    first_day(split_part(written, '/', 1)),
    case split_part(written, '/', 2)
      when '' then last_day(split_part(written, '/', 1))
      when '..' then null
      else last_day(split_part(written, '/', 2))
    end,
    '[]'
  );
end
$$;
create or replace function first_day(bare text) returns date
language plpgsql immutable strict parallel safe as $$
begin
  return make_date(
    substr(bare, 1, 4)::integer,
    coalesce(nullif(substr(bare, 6, 2), '')::integer, 1),
    coalesce(nullif(substr(bare, 9, 2), '')::integer, 1)
  );
end
$$;
