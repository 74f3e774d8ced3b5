-- Bearer keys, stored as hashes. The prefix is the part of a key that may be shown.
create table api_key (
  id           uuid primary key,
  name         text not null check (is_clean(name) and char_length(name) between 1 and 200),
  prefix       text not null,
  hash         bytea not null check (octet_length(hash) = 32),
  scope        text not null check (scope in ('contribute', 'edit', 'admin')),
  is_bootstrap boolean not null default false,
  created_at   timestamptz(3) not null default now(),
  expires_at   timestamptz(3),
  revoked_at   timestamptz(3),
  last_used_at timestamptz(3)
);
-- A revoked bootstrap key may come back with a later start.
create unique index api_key_in_force on api_key (hash) where revoked_at is null;
grant select, insert, update (expires_at, revoked_at, last_used_at) on api_key to counterpoint_service;

-- The answer to a write, kept in the transaction of the write, so that a retry gets it again.
create table idempotency (
  api_key_id   uuid not null references api_key,
  key          text not null check (char_length(key) between 1 and 255),
  request_hash text not null,
  status       integer not null,
  body         text not null,
  created_at   timestamptz(3) not null,
  primary key (api_key_id, key)
);
create index idempotency_oldest on idempotency (created_at);
grant select, insert, delete on idempotency to counterpoint_service;

-- What a committed write leaves to be told to the world: the events of one transaction.
create table outbox (
  first_seq  bigint primary key references event,
  last_seq   bigint not null references event,
  created_at timestamptz(3) not null
);
create trigger outbox_holds_lock before insert on outbox
  for each statement execute function require_record_lock();
grant select, insert, delete on outbox to counterpoint_service;

-- References of the callers' choosing, remembered per namespace.
create table bundle_ref (
  namespace    text not null check (is_clean(namespace) and char_length(namespace) <= 200),
  ref          text not null check (is_clean(ref) and char_length(ref) <= 200),
  type         text not null,
  object       uuid not null,
  content_hash bytea not null check (octet_length(content_hash) = 32),
  primary key (namespace, ref)
);
create trigger bundle_ref_append_only before update or delete or truncate on bundle_ref
  for each statement execute function refuse_change();
grant select, insert on bundle_ref to counterpoint_service;

-- What editors and administrators do to people and keys. Private, and append-only like the record.
create table audit (
  id    bigint generated always as identity primary key,
  at    timestamptz(3) not null default now(),
  actor jsonb not null,
  kind  text not null,
  body  jsonb not null
);
create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function refuse_change();
grant select, insert on audit to counterpoint_service;
