-- A common word, and a kind, a language or a speaker that hardly any claim with that word has: an index
-- of both finds the few without reading the many.
alter table claim_search add column facets text[];
comment on column claim_search.facets is
  'Kind and language of the claim (kind:fact, lang:ko), and the id of its speaker as entered. Null if an older version wrote the row.';

-- Filled in by rewriting the table, since an update would double it.
create function facets_now(claim uuid) returns text[]
language sql stable
return (
  select array_remove(array['kind:' || kind, 'lang:' || lang, speaker_id::text], null)
  from claim where id = facets_now.claim
);
drop index claim_search_tokens;
alter table claim_search alter column facets type text[] using facets_now(claim_id);
drop function facets_now(uuid);
create index claim_search_tokens on claim_search using gin (tokens, facets);
create index claim_search_without_facets on claim_search (claim_id) where facets is null;

-- Claims with some words, of some kinds, languages and speakers, as many as are asked for at most. The
-- planner takes words and facets for independent, and would read the whole table for a few claims
-- that it takes for many.
create function claims_with_words(
  query tsquery, kinds text[], languages text[], speakers text[], at_most integer
) returns table (claim_id uuid)
language plpgsql stable set enable_seqscan = off as $$
declare
  matching text := 'select claim_id from public.claim_search where tokens @@ $1';
  asked text := concat(
    case when kinds is not null then ' and facets && $2' end,
    case when languages is not null then ' and facets && $3' end,
    case when speakers is not null then ' and facets && $4' end
  );
begin
  return query execute
    case when asked = '' then matching
    else matching || asked || ' union all ' || matching || ' and facets is null' end || ' limit $5'
    using query, kinds, languages, speakers, at_most;
end
$$;
grant execute on function claims_with_words(tsquery, text[], text[], text[], integer)
  to counterpoint_service;
