-- What finds a claim by its words, by other names of a source, or by the address of a page. All of it
-- is derived from words and follows them; only what is current counts.

-- Overlapping pairs of Korean syllables, and words of other scripts, in the order of the text.
create table claim_search (
  claim_id uuid primary key references claim,
  tokens   tsvector not null
);
comment on column claim_search.tokens is 'Of its text and translations. Quotes say more than the claim does, so they are left out.';
create index claim_search_tokens on claim_search using gin (tokens);

create table source_alias (
  seq       bigint not null references event deferrable initially deferred,
  source_id uuid not null references source,
  tokens    text not null,
  primary key (source_id, seq, tokens)
);
comment on table source_alias is 'Names and aliases in tokens, so that each finds the others.';
comment on column source_alias.seq is 'In force while it equals content_seq of its source.';
create index source_alias_tokens on source_alias (tokens);

create table report_page (
  seq       bigint not null references event deferrable initially deferred,
  report_id uuid not null references report,
  page      bytea not null check (octet_length(page) = 32),
  primary key (report_id, seq, page)
);
comment on column report_page.page is 'SHA-256 of an address of the report without what differs between addresses of one page.';
comment on column report_page.seq is 'In force while it equals content_seq of its report.';
create index report_page_page on report_page (page);

do $$
declare
  name text;
begin
  foreach name in array array['claim_search', 'source_alias', 'report_page'] loop
    execute format(
      'create trigger %I before insert or update or delete on %I for each statement execute function require_record_lock()',
      name || '_holds_lock', name
    );
    -- A redaction deletes what came from the words that it removes.
    execute format('grant select, insert, update, delete on %I to counterpoint_service', name);
  end loop;
end
$$;
