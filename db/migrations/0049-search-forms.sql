-- Words are indexed in another form than before: with where in a word a token stands, numbers and
-- units together, English stems, and the sources that a claim names. What older versions indexed is
-- still found by its words, and the service indexes it again, batch by batch.
alter table claim_search add column form smallint;
comment on column claim_search.form is
  'The form of the tokens; null if a version before 0049 wrote the row.';
create index claim_search_of_past_form on claim_search (claim_id) where form is null;

alter table source_alias add column form smallint;
comment on column source_alias.form is
  'The form of the tokens; null if a version before 0049 wrote the row.';
create index source_alias_of_past_form on source_alias (source_id) where form is null;

insert into name_search_missing select object, type from name_search on conflict do nothing;
