-- The numbers of a figure are words: they stand beside their salt, their event has only the hash, and
-- a redaction removes them. Until now they stood in the event and in the claim, where they are removed
-- as well: what is left of such an event is the hash of its bytes.

-- Facts of version 1 may hold what a redaction removes; those of later versions say which they are.
create function is_first_version(kind text, body text) returns boolean
language sql immutable strict parallel safe
return kind ~ '\.(added|amended)$'
  and body::json ->> 'factsVersion' is null and body::json ->> 'withheld' is null;

-- What is left of the body of an event: canonical JSON (RFC 8785) too.
create function withheld_body(told event) returns text
language sql immutable strict parallel safe set search_path = public, pg_temp
return (
  select format(
    '{"at":%s,"bodySha256":"%s","ids":["%s"],"kind":"%s","seq":%s,"withheld":true}',
    told.body::json -> 'at',
    encode(sha256(convert_to(told.body, 'UTF8')), 'hex'),
    string_agg(named.id, '","' order by named.place),
    told.kind,
    told.seq
  )
  from (
    select id, min(place) as place
    from (
      select told.object::text, 0
      union all
      select found[1], place
      from regexp_matches(
        (told.body::json -> 'facts')::text,
        '"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"', 'g'
      ) with ordinality as matches (found, place)
    ) as every (id, place)
    group by id
  ) as named
);

create function require_withheld_event() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if not is_being_redacted(old.object) or not is_first_version(old.kind, old.body)
    or new.body is distinct from withheld_body(old)
    or to_jsonb(new) - 'body' <> to_jsonb(old) - 'body'
  then
    raise exception 'only the bytes of first events of what is redacted may go'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
drop trigger event_append_only on event;
create trigger event_append_only before delete or truncate on event
  for each statement execute function refuse_change();
create trigger event_changes_by_redaction before update on event
  for each statement execute function require_redaction();
create trigger event_of_the_redacted before update on event
  for each row execute function require_withheld_event();

create function require_redacted_figure() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if not is_being_redacted(old.id)
    or new.figure is distinct from old.figure - 'low' - 'high'
    or to_jsonb(new) - 'figure' <> to_jsonb(old) - 'figure'
  then
    raise exception 'only figures of what is redacted may go' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
drop trigger claim_was_append_only on claim_was;
create trigger claim_was_append_only before delete or truncate on claim_was
  for each statement execute function refuse_change();
create trigger claim_was_changes_by_redaction before update on claim_was
  for each statement execute function require_redaction();
create trigger claim_was_of_the_redacted before update on claim_was
  for each row execute function require_redacted_figure();

create or replace function redact(target uuid, redacting_seq bigint, ground text) returns void
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
  update event set body = withheld_body(event)
  where object = target and is_first_version(kind, body);

  update source set slug = redacted_slug(id), wikidata_id = null where id = target;
  update source_was set slug = redacted_slug(id), wikidata_id = null where id = target;
  update story set slug = redacted_slug(id) where id = target;
  update story_was set slug = redacted_slug(id) where id = target;
  update claim set figure = figure - 'low' - 'high'
  where id = target and figure ?| array['low', 'high'];
  update claim_was set figure = figure - 'low' - 'high'
  where id = target and figure ?| array['low', 'high'];

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
  where (bundle_ref.namespace, bundle_ref.ref) = (fresh.namespace, fresh.ref)
    and bundle_ref.object = target;
end
$$;

-- Samples of them would outlive them in the statistics.
do $$
declare
  kept record;
begin
  for kept in
    select * from (values ('event', 'body'), ('claim', 'figure'), ('claim_was', 'figure'))
      as kept (name, field)
  loop
    execute format('alter table %I alter column %I set statistics 0', kept.name, kept.field);
    perform pg_clear_attribute_stats('public', kept.name, kept.field, false);
  end loop;
end
$$;
comment on column claim.figure is
  'Form, bounds and their openness; the words of a figure are words, and since facts of version 2 its bounds are too.';
