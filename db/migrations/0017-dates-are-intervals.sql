-- A date of the world may be an interval of two bare dates (`2014/2015`, `2014/..`), and when a claim
-- was asserted may be unknown. Beside what was sent stand both ends, and the days as written.

alter domain world_date drop constraint world_date_shape;
alter domain world_date add constraint world_date_shape check (
  value ~ '^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2}))?)?)?$'
  or value ~ '^\d{4}(-\d{2}(-\d{2})?)?/(\.\.|\d{4}(-\d{2}(-\d{2})?)?)$'
);

-- The first and the last day of a year, a month or a day; of an instant its day as written.
create function first_day(bare text) returns date
language sql immutable strict parallel safe
return make_date(
  substr(bare, 1, 4)::integer,
  coalesce(nullif(substr(bare, 6, 2), '')::integer, 1),
  coalesce(nullif(substr(bare, 9, 2), '')::integer, 1)
);
create function last_day(bare text) returns date
language sql immutable strict parallel safe
return case length(bare)
  when 4 then make_date(substr(bare, 1, 4)::integer, 12, 31)
  when 7 then (first_day(bare)::timestamp + interval '1 month' - interval '1 day')::date
  else first_day(bare)
end;

-- The days of a world date, as written; the last of an open interval is unbounded.
create function world_days(written text) returns daterange
language sql immutable strict parallel safe
return daterange(
  first_day(split_part(written, '/', 1)),
  case split_part(written, '/', 2)
    when '' then last_day(split_part(written, '/', 1))
    when '..' then null
    else last_day(split_part(written, '/', 2))
  end,
  '[]'
);

-- Its last millisecond, bare days read in UTC; null where it is unknown or open.
create function world_end(written text, start timestamptz) returns timestamptz
language sql immutable parallel safe
return case
  when strpos(written, 'T') > 0 then start
  else (upper(world_days(written))::timestamp - interval '1 millisecond') at time zone 'UTC'
end;

alter table claim
  alter column asserted_at drop not null,
  alter column asserted_start drop not null,
  add constraint claim_asserted_start check ((asserted_at is null) = (asserted_start is null)),
  add column asserted_end timestamptz(3)
    generated always as (world_end(asserted_at, asserted_start)) stored,
  add column asserted_days daterange generated always as (world_days(asserted_at)) stored;
alter table report
  add column published_end timestamptz(3)
    generated always as (world_end(published_at, published_start)) stored;
alter table affiliation
  add column from_end timestamptz(3) generated always as (world_end(from_date, from_start)) stored,
  add column until_end timestamptz(3)
    generated always as (world_end(until_date, until_start)) stored;
comment on column claim.asserted_at is 'As it was sent; null where nobody knows.';
comment on column claim.asserted_start is 'First millisecond, bare days read in UTC. Lists sort by it, what is unknown last.';
comment on column claim.asserted_end is 'Last millisecond; null where it is unknown or open.';
comment on column claim.asserted_days is 'The days as written, in the zone written.';

-- What was is written by a trigger, and nothing is computed there.
alter table claim_was
  alter column asserted_at drop not null,
  alter column asserted_start drop not null,
  add column asserted_end timestamptz(3),
  add column asserted_days daterange;
alter table report_was add column published_end timestamptz(3);
alter table claim_was disable trigger claim_was_append_only;
update claim_was set
  asserted_end = world_end(asserted_at, asserted_start), asserted_days = world_days(asserted_at);
alter table claim_was enable trigger claim_was_append_only;
alter table report_was disable trigger report_was_append_only;
update report_was set published_end = world_end(published_at, published_start);
alter table report_was enable trigger report_was_append_only;

do $$
declare
  name text;
begin
  foreach name in array array['claim', 'report'] loop
    execute format('drop view as_of.%I', name);
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
end
$$;

create or replace view current_affiliation as
select affiliation.* from affiliation
join source on source.id = affiliation.source_id and source.content_seq = affiliation.seq
join source as other on other.id = affiliation.to_id
where source.voided_at is null and other.voided_at is null;
create or replace view as_of.current_affiliation as
select affiliation.* from affiliation
join as_of.source on source.id = affiliation.source_id and source.content_seq = affiliation.seq
join as_of.source as other on other.id = affiliation.to_id
where source.voided_at is null and other.voided_at is null;

-- Lists put what has no date last. As a value instead of a null it keeps pages one comparison.
drop index claim_newest, claim_of_status, claim_of_speaker, claim_of_kind, claim_of_lang;
create index claim_newest on claim (coalesce(asserted_start, '-infinity') desc, id desc);
create index claim_of_status
  on claim (status, coalesce(asserted_start, '-infinity') desc, id desc);
create index claim_of_speaker
  on claim (speaker_id, coalesce(asserted_start, '-infinity') desc, id desc);
create index claim_of_kind on claim (kind, coalesce(asserted_start, '-infinity') desc, id desc);
create index claim_of_lang on claim (lang, coalesce(asserted_start, '-infinity') desc, id desc);

-- What began before the days that are asked for, and reaches into them.
create index claim_of_long on claim using gist (asserted_days)
  where upper(asserted_days) - lower(asserted_days) is distinct from 1;
