-- Quotes are found by their words, from the table that finds names and titles by theirs.
alter table name_search drop constraint name_search_type_check;
alter table name_search add constraint name_search_type_check
  check (type in ('source', 'report', 'story', 'citation'));
alter table name_search_missing drop constraint name_search_missing_type_check;
alter table name_search_missing add constraint name_search_missing_type_check
  check (type in ('source', 'report', 'story', 'citation'));
comment on table name_search is
  'Names and aliases of sources, titles of reports and stories, quotes of citations.';
create index name_search_citation_tokens on name_search using gin (tokens)
  where type = 'citation';

-- What there is already is indexed by the service.
insert into name_search_missing
select id, 'citation' from citation
where not exists (select from redaction where redaction.object = citation.id)
on conflict do nothing;

-- Those of one type with some words, as many as are asked for at most. There are no statistics of
-- these words, so the planner would at times read the whole table.
create function named_with_words(type text, query tsquery, at_most integer)
  returns setof name_search
language plpgsql stable set enable_seqscan = off as $$
begin
  return query execute format(
    'select * from public.name_search where type = %L and tokens @@ $1 limit $2', type
  ) using query, at_most;
end
$$;
grant execute on function named_with_words(text, tsquery, integer) to counterpoint_service;
