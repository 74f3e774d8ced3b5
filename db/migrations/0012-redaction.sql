-- Redaction: words leave by law or for privacy, and that something stood there remains. It is the one
-- exception from keeping all that was published, and `redact` is its one door.

alter table event drop constraint event_kind_check;
alter table event add constraint event_kind_check check (
  kind ~ '^(source|report|claim|citation|link|story)\.(added|amended|withdrawn|ended|voided|redacted)$'
);

-- Of what the words were removed, by which event, and on what ground. Not versioned: what was removed
-- is removed from every past state too. The newest of an object counts.
create table redaction (
  object uuid not null,
  seq    bigint not null references event deferrable initially deferred,
  ground text not null check (ground in ('withheld', 'erased')),
  primary key (object, seq)
);
grant select on redaction to counterpoint_service;

-- What reads ask of every object that they show. Functions, since their plans are kept: as subqueries
-- they are planned anew for each name in each read, which then takes half as long again. They name
-- the schema themselves, since a search path of their own costs more than they do.
create function redaction_of(target uuid) returns json
language plpgsql stable parallel safe as $$
declare
  newest bigint := (select max(seq) from public.redaction where object = target);
begin
  if newest is null then
    return null;
  end if;
  return (
    select json_build_object(
      'ground', redaction.ground, 'statement', statement.body, 'at', event.at, 'seq', newest
    )
    from public.redaction join public.event on event.seq = redaction.seq
    left join public.words as statement
      on statement.seq = redaction.seq and statement.field = '/statement'
    where redaction.object = target and redaction.seq = newest
  );
end
$$;
-- The event that set words last, or the later one that removed them.
create function words_seq(content_seq bigint, target uuid) returns bigint
language plpgsql stable parallel safe as $$
begin
  return greatest(content_seq, (select max(seq) from public.redaction where object = target));
end
$$;

create trigger redaction_holds_lock before insert on redaction
  for each statement execute function require_record_lock();
create trigger redaction_append_only before update or delete or truncate on redaction
  for each statement execute function refuse_change();

-- Every event of the transaction is appended at its end, so this waits until then.
create function require_redacting_event() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (
    select from event
    where seq = new.seq and object = new.object and kind like '%.redacted'
      and body::json #>> '{facts,ground}' = new.ground
  ) then
    raise exception 'event % does not redact %', new.seq, new.object
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;
create constraint trigger redaction_has_its_event after insert on redaction
  deferrable initially deferred for each row execute function require_redacting_event();

-- The slug in place of one that was made of words. Nobody else may have it.
create function redacted_slug(object uuid) returns text
language sql immutable strict parallel safe
return 'redacted-' || replace(object::text, '-', '');

alter table source add constraint source_slug_is_own
  check (slug !~ '^redacted-[0-9a-f]{32}$' or slug = redacted_slug(id));
alter table story add constraint story_slug_is_own
  check (slug !~ '^redacted-[0-9a-f]{32}$' or slug = redacted_slug(id));

-- A ref is a name of the caller's choosing, and may be made of words. It is still recognised when it
-- comes again, by its hash.
alter table bundle_ref add column salt bytea check (octet_length(salt) = 16);
comment on column bundle_ref.salt is 'Of a ref to what was redacted; `ref` is then the SHA-256 of salt and ref in hexadecimal.';
create index bundle_ref_redacted on bundle_ref (namespace) where salt is not null;

-- Whether this very transaction redacts an object: whoever takes words away leaves the trace of it.
create function is_being_redacted(target uuid) returns boolean
language sql stable set search_path = public, pg_temp
return exists (
  select from redaction where object = target and xmin = pg_current_xact_id()::xid
);

-- Before the row triggers below, so that a statement which finds nothing to change is refused too.
create function require_redaction() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select from redaction where xmin = pg_current_xact_id()::xid) then
    raise exception '% is append-only: % refused', tg_table_name, tg_op
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$$;

create function require_redacted_words() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if not is_being_redacted((select object from event where seq = old.seq)) then
    raise exception 'only words of what is redacted may go' using errcode = 'insufficient_privilege';
  end if;
  return old;
end
$$;
drop trigger words_append_only on words;
create trigger words_append_only before update or truncate on words
  for each statement execute function refuse_change();
create trigger words_leave_by_redaction before delete on words
  for each statement execute function require_redaction();
create trigger words_of_the_redacted before delete on words
  for each row execute function require_redacted_words();

create function require_redacted_name() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
  names text[] := array['slug', 'wikidata_id'];
begin
  if not is_being_redacted(old.id) or new.slug <> redacted_slug(old.id)
    or to_jsonb(new) ->> 'wikidata_id' is not null
    or to_jsonb(new) - names <> to_jsonb(old) - names
  then
    raise exception 'only names of what is redacted may go' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

create function require_redacted_ref() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if not is_being_redacted(old.object) or old.salt is not null or new.salt is null
    or new.ref <> encode(sha256(new.salt || convert_to(old.ref, 'UTF8')), 'hex')
    or (new.namespace, new.type, new.object) is distinct from (old.namespace, old.type, old.object)
  then
    raise exception 'only refs of what is redacted may go' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

do $$
declare
  name text;
begin
  foreach name in array array['source_was', 'story_was', 'bundle_ref'] loop
    execute format('drop trigger %I on %I', name || '_append_only', name);
    execute format(
      'create trigger %I before delete or truncate on %I for each statement execute function refuse_change()',
      name || '_append_only', name
    );
    execute format(
      'create trigger %I before update on %I for each statement execute function require_redaction()',
      name || '_changes_by_redaction', name
    );
    execute format(
      'create trigger %I before update on %I for each row execute function %I()',
      name || '_of_the_redacted', name,
      case name when 'bundle_ref' then 'require_redacted_ref' else 'require_redacted_name' end
    );
  end loop;
end
$$;

-- What was redacted gets no words again.
create function refuse_new_content() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select from redaction where object = old.id) then
    raise exception 'what was redacted gets no other content' using errcode = 'insufficient_privilege';
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
      'create trigger %I before update on %I for each row when (old.content_seq is distinct from new.content_seq%s) execute function refuse_new_content()',
      name || '_stays_redacted', name,
      case when name in ('source', 'story')
        then ' or old.slug is distinct from new.slug and new.slug <> redacted_slug(new.id)'
        else ''
      end
    );
  end loop;
end
$$;

-- Takes away every word of one object, wherever it stands, and can do nothing else. As the owner,
-- since nobody else may; the triggers above hold it to that object all the same.
create function redact(target uuid, redacting_seq bigint, ground text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from record_head where xmin = pg_current_xact_id()::xid and seq < redacting_seq
  ) then
    raise exception 'event % does not follow under the record lock', redacting_seq
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  insert into redaction values (target, redacting_seq, ground);

  delete from words using event where event.object = target and words.seq = event.seq;

  update source set slug = redacted_slug(id), wikidata_id = null where id = target;
  update source_was set slug = redacted_slug(id), wikidata_id = null where id = target;
  update story set slug = redacted_slug(id) where id = target;
  update story_was set slug = redacted_slug(id) where id = target;

  delete from claim_search where claim_id = target;
  delete from source_alias where source_id = target;
  delete from report_page where report_id = target;

  update bundle_ref set
    salt = fresh.salt,
    ref = encode(sha256(fresh.salt || convert_to(bundle_ref.ref, 'UTF8')), 'hex'),
    content_hash = sha256(fresh.salt)
  from (
    select namespace, ref, uuid_send(gen_random_uuid()) as salt
    from bundle_ref where object = target and salt is null
  ) as fresh
  where (bundle_ref.namespace, bundle_ref.ref) = (fresh.namespace, fresh.ref);
end
$$;
revoke execute on function redact from public;
grant execute on function redact to counterpoint_service;

-- Samples of words would outlive them in the statistics; nothing is ever looked for by these columns
-- but by a unique index, which needs none.
do $$
declare
  kept record;
begin
  for kept in
    select * from (values
      ('words', 'body'), ('source', 'slug'), ('source_was', 'slug'), ('story', 'slug'),
      ('story_was', 'slug'), ('source', 'wikidata_id'), ('source_was', 'wikidata_id')
    ) as kept (name, field)
  loop
    execute format('alter table %I alter column %I set statistics 0', kept.name, kept.field);
    perform pg_clear_attribute_stats('public', kept.name, kept.field, false);
  end loop;
end
$$;

-- What is kept of an answer for its retries has no words: they are read again, or sent again.
update idempotency set body = case
  when body::json -> 'object' is not null then json_build_object(
    'object', coalesce(body::json #>> '{object,id}', body::json #>> '{object,claim,id}'),
    'event', body::json -> 'event',
    'statusChanges', body::json -> 'statusChanges'
  )::text
  else jsonb_set(body::jsonb, '{refs}', (
    select coalesce(jsonb_agg(id order by place), '[]')
    from json_each_text(body::json -> 'refs') with ordinality as known (ref, id, place)
  ))::text
end
where body::json -> 'object' is not null or body::json -> 'refs' is not null;
comment on column idempotency.body is 'What the answer is made from again: ids, numbers and codes.';
