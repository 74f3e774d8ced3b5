-- Version 2 of the rules of statuses compiles the record to nodes of other kinds. 'attack' is of
-- version 1: no such node is left once version 2 is adopted.
-- The previous version can live with: column claim_was.answers: the trigger on claim fills it.
alter table node
  drop constraint node_kind_check,
  add constraint node_kind_check check (kind in (
    'claim', 'guard', 'attack', 'rebuttal', 'no_attacker', 'undercut', 'reliance', 'lost_basis'
  ));
comment on column node.source is 'Of a reliance the claim that relies.';
comment on column node.target is 'Of a lost_basis the basis.';
comment on column node.two_way is 'Of an undercut: whether its target attacks back.';
comment on column link.is_conceded is
  'Derived: the claim that the link starts at gave it up by a concession. The link stays live.';

-- Links are read as from and onto the newest wording of their claims, so the program counts them.
alter table claim add column answers integer not null default 0;
comment on column claim.answers is 'Distinct counterpoints of the direction onto. Only relabelling writes it.';
grant update (answers) on claim to counterpoint_service;
select keep_past_columns('claim');

-- Which version of the rules computed what is stored, since which event. A record that exists is
-- computed anew by the program that adopts a version; an empty one begins with the newest.
create table rules_in_force (
  version   integer primary key,
  since_seq bigint not null,
  since     timestamptz(3) not null
);
comment on table rules_in_force is 'Without a row, version 1 is in force.';
insert into rules_in_force
select 2, 0, now() where not exists (select from event);
create trigger rules_in_force_append_only before update or delete or truncate on rules_in_force
  for each statement execute function refuse_change();
create trigger rules_in_force_holds_lock before insert on rules_in_force
  for each statement execute function require_record_lock();
grant select, insert on rules_in_force to counterpoint_service;
create view as_of.rules_in_force as
select * from public.rules_in_force
where since_seq <= current_setting('counterpoint.as_of')::bigint;
grant select on as_of.rules_in_force to counterpoint_service;

-- Labels are written by the rules in force alone. A program of another version reads on, and its
-- writes are told to come back, until the right program takes its place.
create function require_rules_in_force() returns trigger
language plpgsql as $$
declare
  known integer := coalesce(nullif(current_setting('counterpoint.rules', true), ''), '1')::integer;
  wanted integer := coalesce((select max(version) from rules_in_force), 1);
begin
  if known <> wanted then
    raise exception 'version % of the rules is in force, and this program computes version %',
      wanted, known using errcode = 'cannot_connect_now';
  end if;
  return null;
end
$$;
create trigger node_under_rules_in_force before insert or update or delete on node
  for each statement execute function require_rules_in_force();

-- The adoption of rules is an event: every status may change with it.
do $$
declare
  allowed text := (
    select pg_get_expr(conbin, conrelid) from pg_constraint
    where conrelid = 'event'::regclass and conname = 'event_kind_check'
  );
begin
  alter table event drop constraint event_kind_check;
  execute format(
    'alter table event add constraint event_kind_check check ((%s) or kind = %L)',
    allowed, 'rules.adopted'
  );
end
$$;
