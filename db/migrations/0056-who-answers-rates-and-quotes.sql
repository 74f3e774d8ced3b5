-- What a list of claims takes its candidates from, beside answered_by: as what they are answered, how
-- they are rated, and by whom they are quoted. Rows are only added, so each list looks at the
-- candidates themselves; a redaction removes those of a rating.
create table answered_as (
  answerer text not null check (answerer in ('ruling', 'fact_checker', 'analyst', 'other')),
  claim_id uuid not null,
  link_id  uuid not null,
  primary key (answerer, claim_id, link_id)
);
comment on table answered_as is
  'Every claim that is answered, by what link, and what answers it: a ruling, or a claim by a source of that kind. Answers of parties have a link.fit.';
-- Unanswered claims come last in the order of counterpoints.
create index claim_unanswered on claim (countered_by desc, id desc)
  where answers = 0 and voided_at is null and merged_into is null;
create index link_of_party on link (to_claim) where fit is not null;

create table quoted_by (
  source_id uuid not null,
  claim_id  uuid not null,
  primary key (source_id, claim_id)
);
comment on table quoted_by is
  'Every claim that a report of a source is cited for, and some of which that is no longer so.';

create table rated_as (
  rating   bytea not null check (octet_length(rating) = 16),
  claim_id uuid not null,
  by_claim uuid not null,
  primary key (rating, claim_id, by_claim)
);
comment on table rated_as is
  'Every claim that a claim with a rating is linked to. Ratings find candidates, which are then compared by their words.';
comment on column rated_as.rating is 'Half of the SHA-256 of the rating, folded.';
create index rated_as_by_claim on rated_as (by_claim);
create index claim_with_rating on claim (content_seq) where has_rating;

-- A rating as a search compares it.
create function rating_key(rating text) returns bytea
language sql immutable parallel safe
return substring(
  sha256(convert_to(
    lower(btrim(normalize(rating, nfkc)) collate pg_catalog.pg_c_utf8), 'UTF8'
  )) for 16
);
grant execute on function rating_key(text) to counterpoint_service;

create function answerer_of(kind text, source_kind text) returns text
language sql immutable parallel safe
return case
  when kind = 'ruling' then 'ruling'
  when source_kind in ('fact_checker', 'analyst') then source_kind
  else 'other'
end;

insert into answered_as
select answerer_of(response.kind, source.kind), link.to_claim, link.id
from link
  join claim as response on response.id = link.from_claim
  left join source on source.id = response.speaker_id
where link.to_claim is not null and link.relation in ('rebuts', 'undercuts', 'qualifies');
insert into quoted_by
select distinct report.source_id, citation.claim_id
from citation join report on report.id = citation.report_id
where citation.claim_id is not null;
insert into rated_as
select distinct rating_key(words.body), link.to_claim, link.from_claim
from claim
  join words on words.seq = claim.content_seq and words.field = '/rating'
  join link on link.from_claim = claim.id
where claim.has_rating and link.to_claim is not null;
grant select on answered_as, quoted_by, rated_as to counterpoint_service;
analyze answered_as;
analyze quoted_by;
analyze rated_as;

-- What belongs together may be written in any order, and older versions write it, too.
create function note_answerers(claims uuid[]) returns void
language sql set search_path = public, pg_temp
begin atomic
  insert into answered_as
  select answerer_of(claim.kind, source.kind), link.to_claim, link.id
  from claim
    join link on link.from_claim = claim.id
    left join source on source.id = claim.speaker_id
  where claim.id = any(claims) and link.to_claim is not null
    and link.relation in ('rebuts', 'undercuts', 'qualifies')
  on conflict do nothing;
end;

create function note_ratings(claims uuid[]) returns void
language sql set search_path = public, pg_temp
begin atomic
  insert into rated_as
  select rating_key(words.body), link.to_claim, link.from_claim
  from claim
    join words on words.seq = claim.content_seq and words.field = '/rating'
    join link on link.from_claim = claim.id
  where claim.id = any(claims) and link.to_claim is not null
  on conflict do nothing;
end;

create or replace function note_answers_of_links() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  with answer as (
    select claim.speaker_id, claim.kind, written.to_claim, written.id
    from written join claim on claim.id = written.from_claim
    where written.to_claim is not null
      and written.relation in ('rebuts', 'undercuts', 'qualifies')
  ),
  by_speaker as (
    insert into answered_by
    select speaker_id, to_claim from answer where speaker_id is not null
    on conflict do nothing
  )
  insert into answered_as
  select answerer_of(answer.kind, source.kind), to_claim, answer.id
  from answer left join source on source.id = answer.speaker_id
  on conflict do nothing;
  perform note_ratings(array_agg(claim.id))
  from written join claim on claim.id = written.from_claim
  where claim.has_rating
  having count(*) > 0;
  return null;
end
$$;

create or replace function note_answers_of_claims() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  with answer as (
    select written.speaker_id, written.kind, link.to_claim, link.id
    from written join link on link.from_claim = written.id
    where link.to_claim is not null and link.relation in ('rebuts', 'undercuts', 'qualifies')
  ),
  by_speaker as (
    insert into answered_by
    select speaker_id, to_claim from answer where speaker_id is not null
    on conflict do nothing
  )
  insert into answered_as
  select answerer_of(answer.kind, source.kind), to_claim, answer.id
  from answer left join source on source.id = answer.speaker_id
  on conflict do nothing;
  perform note_ratings(array_agg(id)) from written where has_rating having count(*) > 0;
  return null;
end
$$;

-- Merges and amendments.
create function note_changed_answers() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  claims uuid[];
begin
  if tg_table_name = 'link' then
    claims := array[new.from_claim];
  elsif tg_table_name = 'claim' then
    claims := array[new.id];
  else
    claims := array(select id from claim where speaker_id = new.id);
  end if;
  perform note_answerers(claims);
  perform note_ratings(claims);
  return null;
end
$$;
create trigger link_notes_changed_answers after update of from_claim, to_claim on link
  for each row execute function note_changed_answers();
create trigger claim_notes_changed_answers after update of speaker_id, kind, content_seq on claim
  for each row when (
    old.speaker_id is distinct from new.speaker_id or old.kind <> new.kind
    or old.content_seq <> new.content_seq and new.has_rating
  )
  execute function note_changed_answers();
create trigger source_notes_answers after insert or update of kind on source
  for each row execute function note_changed_answers();

create function note_rating_of_words() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform note_ratings(array_agg(id)) from claim
  where content_seq = new.seq and has_rating having count(*) > 0;
  return null;
end
$$;
create trigger words_note_rating after insert on words
  for each row when (new.field = '/rating') execute function note_rating_of_words();

create function forget_ratings() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from rated_as where by_claim = new.object;
  return null;
end
$$;
create trigger redaction_forgets_ratings after insert on redaction
  for each row execute function forget_ratings();

create function note_quotes_of_citations() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into quoted_by
  select report.source_id, written.claim_id
  from written join report on report.id = written.report_id
  where written.claim_id is not null
  on conflict do nothing;
  return null;
end
$$;
create trigger citation_notes_quotes after insert on citation
  referencing new table as written
  for each statement execute function note_quotes_of_citations();

create function note_quotes_of_reports() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into quoted_by
  select written.source_id, citation.claim_id
  from written join citation on citation.report_id = written.id
  where citation.claim_id is not null
  on conflict do nothing;
  return null;
end
$$;
create trigger report_notes_quotes after insert on report
  referencing new table as written
  for each statement execute function note_quotes_of_reports();

create function note_changed_quotes() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changed uuid;
begin
  if tg_table_name = 'report' then
    changed := new.id;
  else
    changed := new.report_id;
  end if;
  insert into quoted_by
  select report.source_id, citation.claim_id
  from report join citation on citation.report_id = report.id
  where citation.claim_id is not null and report.id = changed
  on conflict do nothing;
  return null;
end
$$;
create trigger report_notes_changed_quotes after update of source_id on report
  for each row execute function note_changed_quotes();
create trigger citation_notes_changed_quotes after update of report_id, claim_id on citation
  for each row execute function note_changed_quotes();
