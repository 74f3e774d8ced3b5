-- What befell the claims that others replace, without those others (docs/rules/2.md, 1.6): what the badge
-- `earlierVersion` is made of. Like the graph, all of it is derived by relabelling.

create table last_status (
  claim_id uuid primary key references claim deferrable initially deferred,
  status   text not null check (status in ('denied', 'disputed', 'countered', 'ruled_against', 'basis_lost')),
  answered_by uuid[] not null
);
comment on table last_status is 'One row for each claim that others replace and that has, without these, a status that a new version must not shed.';
comment on column last_status.status is 'Its status without what replaces it.';
comment on column last_status.answered_by is 'The first of the claims for whose sake it has that status.';

create table last_status_read (
  item uuid not null,
  claim_id uuid not null references claim deferrable initially deferred,
  primary key (item, claim_id)
);
comment on table last_status_read is 'The claims, links, sources and nodes that were read for the last status of a claim that others replace. A write that moves one of them computes it again.';
create index last_status_read_of_claim on last_status_read (claim_id);

create trigger last_status_holds_lock before insert or update or delete on last_status
  for each statement execute function require_record_lock();
create trigger last_status_read_holds_lock before insert or update or delete on last_status_read
  for each statement execute function require_record_lock();

grant select, insert, update, delete on last_status to counterpoint_service;
grant select, insert, delete on last_status_read to counterpoint_service;
