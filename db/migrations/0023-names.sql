-- What sources, reports and stories are found by that somebody names: words of their names, and for
-- sources and stories whole names and how they are spelled. All of it is derived from words and
-- follows them; only what is current is kept.
create table name_search (
  object uuid primary key,
  type   text not null check (type in ('source', 'report', 'story')),
  tokens tsvector not null,
  names  uuid[] not null,
  grams  tsvector not null
);
comment on table name_search is 'Names and aliases of sources, titles of reports and stories.';
comment on column name_search.names is 'Half of the SHA-256 of each name and of the slug, folded.';
comment on column name_search.grams is 'Three letters each of what is named so, to find misspelt names.';

create index name_search_source_tokens on name_search using gin (tokens) where type = 'source';
create index name_search_report_tokens on name_search using gin (tokens) where type = 'report';
create index name_search_names on name_search using gin (names) where type <> 'report';
create index name_search_source_grams on name_search using gin (grams) where type = 'source';
create index name_search_story_grams on name_search using gin (grams) where type = 'story';

create trigger name_search_holds_lock before insert or update or delete on name_search
  for each statement execute function require_record_lock();
grant select, insert, update, delete on name_search to counterpoint_service;

create function forget_names() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from name_search where object = new.object;
  return null;
end
$$;
create trigger redaction_forgets_names after insert on redaction
  for each row execute function forget_names();

-- Samples of words would outlive them in the statistics. Without any, the planner takes the indexes.
alter table name_search alter column tokens set statistics 0;
alter table name_search alter column names set statistics 0;
alter table name_search alter column grams set statistics 0;

-- What there is already is indexed by the service, which knows how: it takes these ids away as it
-- goes, so that it can stop at any time.
create table name_search_missing (
  object uuid primary key,
  type   text not null check (type in ('source', 'report', 'story'))
);
grant select, insert, delete on name_search_missing to counterpoint_service;
insert into name_search_missing
  select id, 'source' from source union all
  select id, 'report' from report union all
  select id, 'story' from story;
