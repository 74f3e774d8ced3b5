-- The nouns as they stand now. `content_seq` names the event that last set an object's content: its
-- words are the words of that event, and so are its lists (affiliations, about, claims of a story).

create table source (
  id          uuid primary key,
  slug        slug not null constraint source_slug unique,
  kind        text not null check (
    kind in ('outlet', 'company', 'analyst', 'person', 'body', 'fact_checker', 'group')
  ),
  wikidata_id text check (wikidata_id ~ '^Q[1-9]\d*$'),
  name_langs  language[] not null default '{}',
  version     integer not null default 1,
  content_seq bigint not null references event deferrable initially deferred,
  -- Milliseconds: all a JavaScript Date holds, so a page cursor made from one is exact.
  recorded_at timestamptz(3) not null,
  voided_at   timestamptz(3)
);
comment on column source.name_langs is 'Languages of its other names, in the order of /names.';
create index source_newest on source (recorded_at desc, id desc);

create table affiliation (
  seq        bigint not null references event deferrable initially deferred,
  position   integer not null,
  source_id  uuid not null references source,
  relation   text not null check (relation in ('speaks_for', 'part_of', 'employed_by')),
  to_id      uuid not null references source,
  from_date  world_date,
  until_date world_date,
  from_start timestamptz(3),
  until_start timestamptz(3),
  primary key (seq, source_id, position)
);
comment on column affiliation.seq is 'In force while it equals content_seq of its source.';
create index affiliation_of_source on affiliation (source_id);
create index affiliation_to_source on affiliation (to_id);

create view current_affiliation as
select affiliation.* from affiliation
join source on source.id = affiliation.source_id and source.content_seq = affiliation.seq
join source as other on other.id = affiliation.to_id
where source.voided_at is null and other.voided_at is null;
grant select on current_affiliation to counterpoint_service;

create table report (
  id           uuid primary key,
  source_id    uuid not null references source,
  kind         text not null check (
    kind in ('article', 'statement', 'filing', 'note', 'newsletter', 'post', 'ruling')
  ),
  lang         language not null,
  accessed_at  world_date,
  published_at world_date,
  published_start timestamptz(3),
  version      integer not null default 1,
  content_seq  bigint not null references event deferrable initially deferred,
  recorded_at  timestamptz(3) not null,
  voided_at    timestamptz(3)
);
create index report_newest on report (recorded_at desc, id desc);
create index report_of_source on report (source_id, recorded_at desc, id desc);

create table claim (
  id             uuid primary key,
  kind           text not null check (kind in ('fact', 'figure', 'opinion', 'ruling')),
  speaker_id     uuid not null references source,
  lang           language not null,
  translations   jsonb not null default '[]',
  asserted_at    world_date not null,
  asserted_start timestamptz(3) not null,
  withdrawn_at   world_date,
  figure         jsonb,
  has_rating     boolean not null default false,
  version        integer not null default 1,
  content_seq    bigint not null references event deferrable initially deferred,
  recorded_at    timestamptz(3) not null,
  voided_at      timestamptz(3),

  label          text check (label in ('IN', 'OUT', 'UNDEC')),
  status         text check (status in (
    'withdrawn', 'corrected', 'ruled_against', 'ruled_for', 'basis_lost', 'countered', 'denied',
    'disputed', 'admitted', 'answered', 'unchallenged'
  )),
  status_since   timestamptz(3),
  cites          uuid[] not null default '{}',
  changed_at     timestamptz(3),
  badges         jsonb,
  shown_seq      bigint not null,
  rebuts         integer not null default 0,
  undercuts      integer not null default 0,
  qualifies      integer not null default 0,
  supports       integer not null default 0,
  countered_by   integer not null generated always as (rebuts + undercuts + qualifies) stored
);
comment on column claim.translations is 'Language and translator of each of /texts, in order.';
comment on column claim.figure is 'Form, bounds and their openness; the words of a figure are words.';
comment on column claim.label is 'Cache of the engine''s labelling, as are status and cites. Only relabelling writes them.';
comment on column claim.badges is 'Counts, marks and ids; like the status written by relabelling alone.';
comment on column claim.status_since is 'When the word of the status last changed.';
comment on column claim.changed_at is 'When status or cites last changed.';
comment on column claim.shown_seq is 'Last event that changed anything a reader of the claim is shown.';
comment on column claim.rebuts is 'Claims with a rebuts link onto it that is not voided; likewise the next three.';

create index claim_newest on claim (asserted_start desc, id desc);
create index claim_changed on claim (changed_at desc, id desc);
create index claim_most_countered on claim (countered_by desc, id desc);
create index claim_of_status on claim (status, asserted_start desc, id desc);
create index claim_of_speaker on claim (speaker_id, asserted_start desc, id desc);

create table claim_about (
  seq       bigint not null references event deferrable initially deferred,
  position  integer not null,
  claim_id  uuid not null references claim,
  source_id uuid not null references source,
  primary key (claim_id, seq, position)
);
comment on column claim_about.seq is 'In force while it equals content_seq of its claim.';
create index claim_about_source on claim_about (source_id, claim_id);

create table link (
  id          uuid primary key,
  relation    text not null check (relation in (
    'rebuts', 'undercuts', 'relies_on', 'restates', 'supersedes', 'concedes', 'supports', 'qualifies'
  )),
  from_claim  uuid not null references claim,
  to_claim    uuid references claim,
  to_link     uuid references link,
  aspect      text check (
    aspect in ('existence', 'quantity', 'scope', 'timing', 'attribution', 'significance')
  ),
  arguendo    boolean not null default false,
  ended_at    world_date,
  is_conceded boolean not null default false,
  is_void     boolean not null default false,
  version     integer not null default 1,
  content_seq bigint not null references event deferrable initially deferred,
  recorded_at timestamptz(3) not null,
  voided_at   timestamptz(3),
  shown_seq   bigint not null,
  constraint link_has_one_target check (num_nonnulls(to_claim, to_link) = 1)
);
comment on column link.ended_at is 'When its author dropped it.';
comment on column link.is_conceded is 'Ended by a concession. Only relabelling writes it.';
comment on column link.is_void is 'Voided, or hanging from a claim or a link that is.';
-- What a claim says of others, and what is said of a claim or a link.
create index link_from_claim on link (from_claim, relation);
create index link_to_claim on link (to_claim, relation) include (from_claim, is_void);
create index link_to_link on link (to_link, relation);

-- The claims at the ends of the link that an undercut attacks, through links onto links. Links never
-- change their ends, so this never changes.
create table undercut_end (
  claim_id uuid not null references claim,
  link_id  uuid not null references link,
  primary key (claim_id, link_id)
);

create table citation (
  id          uuid primary key,
  claim_id    uuid references claim,
  link_id     uuid references link,
  position    integer not null,
  report_id   uuid not null references report,
  attribution text not null check (
    attribution in ('firsthand', 'named_source', 'unnamed_source', 'relay')
  ),
  version     integer not null default 1,
  content_seq bigint not null references event deferrable initially deferred,
  recorded_at timestamptz(3) not null,
  voided_at   timestamptz(3),
  constraint citation_has_one_object check (num_nonnulls(claim_id, link_id) = 1)
);
create index citation_of_claim on citation (claim_id, position) where claim_id is not null;
create index citation_of_link on citation (link_id, position) where link_id is not null;
create index citation_of_report on citation (report_id, claim_id);

create table story (
  id          uuid primary key,
  slug        slug not null constraint story_slug unique,
  title_langs language[] not null default '{}',
  version     integer not null default 1,
  content_seq bigint not null references event deferrable initially deferred,
  recorded_at timestamptz(3) not null,
  voided_at   timestamptz(3)
);
create index story_newest on story (recorded_at desc, id desc);

create table story_claim (
  seq      bigint not null references event deferrable initially deferred,
  position integer not null,
  story_id uuid not null references story,
  claim_id uuid not null references claim,
  primary key (story_id, seq, position)
);
comment on column story_claim.seq is 'In force while it equals content_seq of its story.';
create index story_claim_of_claim on story_claim (claim_id, story_id);

-- Every status a claim had: one row a change, never rewritten.
create table status_history (
  claim_id      uuid not null references claim,
  seq           bigint not null references event,
  at            timestamptz(3) not null,
  label         text check (label in ('IN', 'OUT', 'UNDEC')),
  status        text,
  cites         uuid[] not null,
  rules_version integer not null,
  primary key (claim_id, seq)
);
comment on column status_history.seq is 'Last event of the transaction that changed it.';

do $$
declare
  name text;
begin
  foreach name in array array[
    'source', 'affiliation', 'report', 'claim', 'claim_about', 'link', 'undercut_end', 'citation',
    'story', 'story_claim', 'status_history'
  ] loop
    execute format(
      'create trigger %I before insert or update on %I for each statement execute function require_record_lock()',
      name || '_holds_lock', name
    );
    execute format('grant select, insert on %I to counterpoint_service', name);
  end loop;

  foreach name in array array[
    'affiliation', 'claim_about', 'undercut_end', 'story_claim', 'status_history'
  ] loop
    execute format(
      'create trigger %I before update or delete or truncate on %I for each statement execute function refuse_change()',
      name || '_append_only', name
    );
  end loop;

  foreach name in array array['source', 'report', 'claim', 'link', 'citation', 'story'] loop
    execute format(
      'create trigger %I before delete or truncate on %I for each statement execute function refuse_change()',
      name || '_never_deleted', name
    );
  end loop;
end
$$;

-- What may be rewritten of an object: its content (the earlier version stands in its event) and its
-- derived columns. Not its identity, nor when it was recorded.
grant update (slug, kind, wikidata_id, name_langs, version, content_seq, voided_at)
  on source to counterpoint_service;
grant update (
  source_id, kind, lang, accessed_at, published_at, published_start, version, content_seq, voided_at
) on report to counterpoint_service;
grant update (
  kind, speaker_id, lang, translations, asserted_at, asserted_start, withdrawn_at, figure, has_rating,
  version, content_seq, voided_at, label, status, status_since, cites, changed_at, badges, shown_seq,
  rebuts,
  undercuts, qualifies, supports
) on claim to counterpoint_service;
grant update (aspect, arguendo, ended_at, is_conceded, is_void, version, content_seq, voided_at, shown_seq)
  on link to counterpoint_service;
grant update (report_id, attribution, version, content_seq, voided_at)
  on citation to counterpoint_service;
grant update (slug, title_langs, version, content_seq, voided_at) on story to counterpoint_service;

-- The owner may not rewrite an identity either.
create function refuse_new_identity() returns trigger
language plpgsql as $$
begin
  if new.id is distinct from old.id or new.recorded_at is distinct from old.recorded_at then
    raise exception 'the identity of a % never changes', tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  if old.voided_at is not null and new.voided_at is distinct from old.voided_at then
    raise exception 'what was voided stays voided' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

do $$
declare
  name text;
begin
  foreach name in array array['source', 'report', 'claim', 'link', 'citation', 'story'] loop
    execute format(
      'create trigger %I before update on %I for each row when (old.id is distinct from new.id or old.recorded_at is distinct from new.recorded_at or old.voided_at is distinct from new.voided_at) execute function refuse_new_identity()',
      name || '_identity', name
    );
  end loop;
end
$$;
