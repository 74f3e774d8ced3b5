-- By what figures that can be compared with each other are found: one row for each subject. Merging
-- sources changes no row, because a lookup names every entry of a source. Like claim_search it is made
-- of words, and only what is current is kept.
create table figure_key (
  claim_id uuid not null references claim deferrable initially deferred,
  seq      bigint not null references event deferrable initially deferred,
  key      bytea not null check (octet_length(key) = 16),
  at       timestamptz not null,
  primary key (claim_id, key)
);
comment on table figure_key is 'What a figure shares with those that it can be compared with: metric, scope, period, form and unit on the common scale, and a subject.';
comment on column figure_key.seq is 'In force while it equals content_seq of its claim.';
comment on column figure_key.key is 'First half of a SHA-256. Keys find candidates, which are then compared by their words.';
comment on column figure_key.at is 'Start of the date of the claim, infinity if unknown: the nearest are compared first.';
create index figure_key_nearest on figure_key (key, at, claim_id);
create trigger figure_key_holds_lock before insert or update or delete on figure_key
  for each statement execute function require_record_lock();
grant select, insert, delete on figure_key to counterpoint_service;

create function remove_figure_keys() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from figure_key where claim_id = new.object;
  return null;
end
$$;
create trigger redaction_removes_figure_keys after insert on redaction
  for each row execute function remove_figure_keys();

-- Figures that were entered before, or by an older version, are indexed by the service.
create index claim_figures on claim (id) where figure is not null;
