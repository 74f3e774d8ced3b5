-- What names an object names another one only as merges in force have it: nothing else rewrites a
-- column that names a claim, a report, a link or a source, and nothing leads elsewhere without a merge.

-- What a column names by the merges in force, given what it was entered with.
create function named_by_merges(object uuid, field text, was uuid) returns uuid
language plpgsql as $$
declare
  named uuid := coalesce(
    (
      select entered from entered_reference as kept
      where kept.object = named_by_merges.object and kept.field = named_by_merges.field
    ),
    was
  );
begin
  return case
    when field in ('speaker_id', 'source_id') then
      (select coalesce(merged_into, id) from source where id = named)
    when field = 'report_id' then (select coalesce(merged_into, id) from report where id = named)
    when field in ('link_id', 'to_link') then
      (select coalesce(merged_into, id) from link where id = named)
    else (select coalesce(merged_into, id) from claim where id = named)
  end;
end
$$;

create function refuse_untied(what text) returns void
language plpgsql as $$
begin
  raise exception '% changes only as merges have it', what using errcode = 'insufficient_privilege';
end
$$;

create function require_merge_of_ends() returns trigger
language plpgsql as $$
begin
  if (
    new.from_claim is distinct from old.from_claim
    and new.from_claim is distinct from named_by_merges(old.id, 'from_claim', old.from_claim)
  ) or (
    new.to_claim is distinct from old.to_claim
    and new.to_claim is distinct from named_by_merges(old.id, 'to_claim', old.to_claim)
  ) or (
    new.to_link is distinct from old.to_link
    and new.to_link is distinct from named_by_merges(old.id, 'to_link', old.to_link)
  ) then
    perform refuse_untied('an end of a link');
  end if;
  return new;
end
$$;
create trigger link_ends_follow_merges before update on link
  for each row
  when (
    (old.from_claim, old.to_claim, old.to_link)
      is distinct from (new.from_claim, new.to_claim, new.to_link)
  )
  execute function require_merge_of_ends();

create function require_merge_of_evidence() returns trigger
language plpgsql as $$
begin
  if (
    new.report_id is distinct from old.report_id
    and new.report_id is distinct from named_by_merges(old.id, 'report_id', old.report_id)
  ) or (
    new.claim_id is distinct from old.claim_id
    and new.claim_id is distinct from named_by_merges(old.id, 'claim_id', old.claim_id)
  ) or (
    new.link_id is distinct from old.link_id
    and new.link_id is distinct from named_by_merges(old.id, 'link_id', old.link_id)
  ) then
    perform refuse_untied('what a citation names');
  end if;
  return new;
end
$$;
create trigger citation_follows_merges before update on citation
  for each row
  when (
    (old.report_id, old.claim_id, old.link_id)
      is distinct from (new.report_id, new.claim_id, new.link_id)
  )
  execute function require_merge_of_evidence();

-- These two are amended as well, and then have an event of their own.
create function require_merge_of_speaker() returns trigger
language plpgsql as $$
begin
  if new.speaker_id is distinct from named_by_merges(old.id, 'speaker_id', old.speaker_id) then
    perform refuse_untied('the speaker of a claim');
  end if;
  return new;
end
$$;
create trigger claim_speaker_follows_merges before update on claim
  for each row
  when (
    old.speaker_id is distinct from new.speaker_id and old.content_seq = new.content_seq
  )
  execute function require_merge_of_speaker();

create function require_merge_of_publisher() returns trigger
language plpgsql as $$
begin
  if new.source_id is distinct from named_by_merges(old.id, 'source_id', old.source_id) then
    perform refuse_untied('the source of a report');
  end if;
  return new;
end
$$;
create trigger report_source_follows_merges before update on report
  for each row
  when (
    old.source_id is distinct from new.source_id and old.content_seq = new.content_seq
  )
  execute function require_merge_of_publisher();

create function require_merge_of_lead() returns trigger
language plpgsql as $$
declare
  last uuid;
begin
  with recursive way (id, step) as (
    select new.id, 0
    union all
    select merge.into_id, step + 1
    from way join merge on merge.from_id = way.id and merge.voided_at is null
    where step < 10000
  )
  select id into last from way order by step desc limit 1;
  if new.merged_into is distinct from nullif(last, new.id) then
    perform refuse_untied('what a ' || tg_table_name || ' leads to');
  end if;
  return new;
end
$$;
create trigger source_leads_by_merges before update on source
  for each row when (old.merged_into is distinct from new.merged_into)
  execute function require_merge_of_lead();
create trigger report_leads_by_merges before update on report
  for each row when (old.merged_into is distinct from new.merged_into)
  execute function require_merge_of_lead();
create trigger claim_leads_by_merges before update on claim
  for each row when (old.merged_into is distinct from new.merged_into)
  execute function require_merge_of_lead();

-- A link leads to an equal one that counts.
create function require_equal_link() returns trigger
language plpgsql as $$
begin
  if not exists (
    select from link as equal
    where equal.id = new.merged_into and equal.id < new.id and equal.relation = new.relation
      and equal.from_claim = new.from_claim
      and equal.to_claim is not distinct from new.to_claim
      and equal.to_link is not distinct from new.to_link
      and equal.voided_at is null and equal.ended_at is null
  ) then
    perform refuse_untied('what a link leads to');
  end if;
  return new;
end
$$;
create trigger link_leads_to_its_equal before update on link
  for each row
  when (old.merged_into is distinct from new.merged_into and new.merged_into is not null)
  execute function require_equal_link();

-- What is kept as entered leads to what the column names now: nothing else is there to come back.
create function require_merge_of_entered() returns trigger
language plpgsql as $$
declare
  named uuid := case
    when new.field = 'speaker_id' then (select speaker_id from claim where id = new.object)
    when new.field = 'source_id' then (select source_id from report where id = new.object)
    when new.field = 'report_id' then (select report_id from citation where id = new.object)
    when new.field = 'claim_id' then (select claim_id from citation where id = new.object)
    when new.field = 'link_id' then (select link_id from citation where id = new.object)
    when new.field = 'from_claim' then (select from_claim from link where id = new.object)
    when new.field = 'to_claim' then (select to_claim from link where id = new.object)
    else (select to_link from link where id = new.object)
  end;
begin
  if new.entered = named
    or named is distinct from named_by_merges(new.object, new.field, new.entered) then
    perform refuse_untied('what was entered');
  end if;
  return new;
end
$$;
create trigger entered_reference_leads_by_merges before insert on entered_reference
  for each row execute function require_merge_of_entered();
