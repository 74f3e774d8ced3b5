-- Rows of any earlier form are found by it, so that another form needs no other index. Those of
-- migration 0049 stay as long as an older version may ask for them.
create index claim_search_form on claim_search (form);
create index source_alias_form on source_alias (form);

-- English words have other stems now: names, titles and quotes are indexed again.
insert into name_search_missing select object, type from name_search on conflict do nothing;
