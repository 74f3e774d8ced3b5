-- A list of claims in some order, of which the filter lets few pass, reads the index of that order
-- until its page is full. These have the columns that claims are filtered by, so that no claim is read
-- that does not match.
drop index claim_newest, claim_changed, claim_most_countered;
create index claim_newest
  on claim (
    coalesce(asserted_start, '-infinity') desc, id desc,
    status, kind, lang, speaker_id, changed_at
  )
  include (asserted_start)
  where voided_at is null and merged_into is null;
create index claim_changed
  on claim (changed_at desc, id desc, status, kind, lang, speaker_id, asserted_start)
  where voided_at is null and merged_into is null;
create index claim_most_countered
  on claim (
    countered_by desc, id desc, status, kind, lang, speaker_id, asserted_start, changed_at
  )
  where voided_at is null and merged_into is null;

-- Whose claims may answer a claim by rebutting, undercutting or qualifying it. Pairs are only added:
-- a list takes its candidates from here, and looks at their links.
create table answered_by (
  speaker_id uuid not null,
  claim_id   uuid not null,
  primary key (speaker_id, claim_id)
);
comment on table answered_by is
  'Every claim that a speaker answers, and some that it answered before a link or a speaker changed.';
insert into answered_by
select distinct response.speaker_id, link.to_claim
from link join claim as response on response.id = link.from_claim
where link.to_claim is not null and response.speaker_id is not null
  and link.relation in ('rebuts', 'undercuts', 'qualifies');
grant select on answered_by to counterpoint_service;

-- Links may be written before the claims that they start from, and the other way round.
create function note_answers_of_links() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into answered_by
  select claim.speaker_id, written.to_claim
  from written join claim on claim.id = written.from_claim
  where written.to_claim is not null and claim.speaker_id is not null
    and written.relation in ('rebuts', 'undercuts', 'qualifies')
  on conflict do nothing;
  return null;
end
$$;
create trigger link_notes_answers after insert on link
  referencing new table as written
  for each statement execute function note_answers_of_links();

create function note_answers_of_claims() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into answered_by
  select written.speaker_id, link.to_claim
  from written join link on link.from_claim = written.id
  where link.to_claim is not null and written.speaker_id is not null
    and link.relation in ('rebuts', 'undercuts', 'qualifies')
  on conflict do nothing;
  return null;
end
$$;
create trigger claim_notes_answers after insert on claim
  referencing new table as written
  for each statement execute function note_answers_of_claims();

-- Merges and amendments.
create function note_moved_answers() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'claim' then
    insert into answered_by
    select new.speaker_id, to_claim from link
    where from_claim = new.id and to_claim is not null and new.speaker_id is not null
      and relation in ('rebuts', 'undercuts', 'qualifies')
    on conflict do nothing;
  elsif new.relation in ('rebuts', 'undercuts', 'qualifies') and new.to_claim is not null then
    insert into answered_by
    select speaker_id, new.to_claim from claim
    where id = new.from_claim and speaker_id is not null
    on conflict do nothing;
  end if;
  return null;
end
$$;
create trigger link_notes_moved_answer after update of from_claim, to_claim on link
  for each row execute function note_moved_answers();
create trigger claim_notes_moved_answers after update of speaker_id on claim
  for each row execute function note_moved_answers();
