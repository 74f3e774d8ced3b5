-- Two entries of one thing are made one: the one that is merged leads to the other, and whatever
-- named it names the other. Columns that name something are rewritten, and `entered_reference` keeps
-- what they said when they were entered, so that voiding a merge can put them back. Lists (about, the
-- claims of a story, affiliations) stay as they were entered and are read through `merged_into`.

-- Other migrations let in kinds of their own, so this adds to whatever the check says by now.
do $$
declare
  allowed text := (
    select pg_get_expr(conbin, conrelid) from pg_constraint
    where conrelid = 'event'::regclass and conname = 'event_kind_check'
  );
begin
  alter table event drop constraint event_kind_check;
  execute format(
    'alter table event add constraint event_kind_check check ((%s) or kind in (%L, %L, %L, %L))',
    allowed, 'source.merged', 'report.merged', 'claim.merged', 'merge.voided'
  );
end
$$;

create table merge (
  id          uuid primary key,
  noun        text not null check (noun in ('source', 'report', 'claim')),
  from_id     uuid not null,
  into_id     uuid not null,
  version     integer not null default 1,
  content_seq bigint not null references event deferrable initially deferred,
  recorded_at timestamptz(3) not null,
  voided_at   timestamptz(3),
  voided_seq  bigint references event deferrable initially deferred,
  check (from_id <> into_id)
);
comment on table merge is 'Its reasons are words of its events, which are events of what was merged.';
create unique index merge_in_force on merge (from_id) where voided_at is null;
create index merge_into on merge (into_id);
create index merge_in_order on merge (content_seq);

create trigger merge_holds_lock before insert or update on merge
  for each statement execute function require_record_lock();
create trigger merge_never_deleted before delete or truncate on merge
  for each statement execute function refuse_change();
create trigger merge_identity before update on merge
  for each row
  when (
    (old.id, old.noun, old.from_id, old.into_id, old.content_seq, old.recorded_at)
      is distinct from (new.id, new.noun, new.from_id, new.into_id, new.content_seq, new.recorded_at)
    or old.voided_at is not null
  )
  execute function refuse_change();
grant select, insert, update (version, voided_at, voided_seq) on merge to counterpoint_service;

create table entered_reference (
  object  uuid not null,
  field   text not null check (field in (
    'speaker_id', 'source_id', 'report_id', 'claim_id', 'link_id', 'from_claim', 'to_claim', 'to_link'
  )),
  entered uuid not null,
  primary key (object, field)
);
comment on table entered_reference is 'What a column named when it was entered, where a merge makes it name something else.';
create index entered_reference_of on entered_reference (entered, field);
create trigger entered_reference_holds_lock before insert or update or delete on entered_reference
  for each statement execute function require_record_lock();
grant select, insert, delete on entered_reference to counterpoint_service;

do $$
declare
  name text;
  affiliations text := pg_get_viewdef('as_of.current_affiliation'::regclass);
begin
  foreach name in array array['source', 'report', 'claim', 'link'] loop
    execute format('alter table %I add column merged_into uuid references %I', name, name);
    execute format('alter table %I add column merged_into uuid', name || '_was');
    execute format(
      'create index %I on %I (merged_into) where merged_into is not null', name || '_merged', name
    );
    execute format('grant update (merged_into) on %I to counterpoint_service', name);
  end loop;
  comment on column link.merged_into is 'The equal link that counts, where merges have made links equal.';

  -- Claims and links have it already.
  foreach name in array array['source', 'report'] loop
    execute format('alter table %I add column shown_seq bigint', name);
    execute format('alter table %I add column shown_seq bigint', name || '_was');
    execute format(
      'comment on column %I.shown_seq is %L',
      name, 'Last merge, or void of one, that changed what readers are shown of it.'
    );
    execute format('grant update (shown_seq) on %I to counterpoint_service', name);
  end loop;

  drop view as_of.current_affiliation;
  foreach name in array array['source', 'report', 'claim', 'link'] loop
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
  execute 'create view as_of.current_affiliation as ' || affiliations;
  grant select on as_of.current_affiliation to counterpoint_service;
end
$$;

create index source_was_merged on source_was (merged_into) where merged_into is not null;

grant update (from_claim, to_claim, to_link) on link to counterpoint_service;
grant update (claim_id, link_id) on citation to counterpoint_service;

-- The ends of a link may move now, and with them what it undercuts.
drop trigger undercut_end_append_only on undercut_end;
create trigger undercut_end_deleted_under_lock before delete on undercut_end
  for each statement execute function require_record_lock();
create trigger undercut_end_stays before update or truncate on undercut_end
  for each statement execute function refuse_change();
grant delete on undercut_end to counterpoint_service;
