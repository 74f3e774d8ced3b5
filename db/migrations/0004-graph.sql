-- The record compiled to nodes and dependencies (docs/semantics.md 1.3), with the proof-carrying
-- labels of 2.1. All of it is derived: `counterpoint relabel` can make it anew.

create table node (
  id      uuid primary key,
  owner   uuid not null,
  kind    text not null check (kind in ('claim', 'guard', 'attack', 'reliance', 'lost_basis')),
  source  uuid,
  target  uuid,
  two_way boolean,
  forced  boolean not null,
  label   text check (label in ('IN', 'OUT')),
  rank    integer,
  witness uuid
);
comment on column node.owner is 'The claim or link it was compiled from.';
comment on column node.source is 'Of an attack the attacking claim, of a reliance the claim that relies.';
comment on column node.target is 'Of an attack what it attacks, of a lost_basis the basis.';
comment on column node.label is 'null is UNDEC.';
comment on column node.rank is 'Well-founded rank; greater than that of what the label rests on.';
comment on column node.witness is 'The dependency that puts an OUT node out.';
-- All nodes of a link, to compile it again. A claim owns only the node of its own id.
create index node_of_owner on node (owner) where owner <> id;

create table dependency (
  node    uuid not null,
  on_node uuid not null,
  needs   boolean not null,
  owner   uuid not null,
  primary key (node, on_node)
);
comment on column dependency.needs is 'Needs the other IN; otherwise is attacked by it.';
-- The users of a node, and what an item contributed.
create index dependency_on_node on dependency (on_node) include (node);
create index dependency_of_owner on dependency (owner);

create trigger node_holds_lock before insert or update or delete on node
  for each statement execute function require_record_lock();
create trigger dependency_holds_lock before insert or update or delete on dependency
  for each statement execute function require_record_lock();

grant select, insert, update, delete on node, dependency to counterpoint_service;
