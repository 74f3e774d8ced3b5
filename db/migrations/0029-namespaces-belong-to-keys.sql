-- A namespace of refs belongs to the key that used it first: another key that uses its name gets one
-- of its own, and cannot tell that there is another.

-- What stands here already belongs to whoever entered the first object of its namespace.
alter table bundle_ref add column owner uuid not null
  default '00000000-0000-0000-0000-000000000000';
comment on column bundle_ref.owner is 'The key it belongs to; zeros for the service itself (the command line).';
alter table bundle_ref disable trigger user;
update bundle_ref set owner = first.owner
from (
  select distinct on (namespace) namespace,
    (event.body::json #>> '{actor,id}')::uuid as owner
  from bundle_ref join event on event.object = bundle_ref.object
  order by namespace, event.seq
) as first
where bundle_ref.namespace = first.namespace and first.owner is not null;
alter table bundle_ref enable trigger user;
alter table bundle_ref drop constraint bundle_ref_pkey;
alter table bundle_ref add constraint bundle_ref_pkey primary key (owner, namespace, ref);
drop index bundle_ref_redacted;
create index bundle_ref_redacted on bundle_ref (owner, namespace) where salt is not null;

-- A ref that comes with other content may amend its object. Then the line that set the content last is
-- another one, and so is the event.
alter table bundle_ref
  add column content_seq bigint references event deferrable initially deferred;
comment on column bundle_ref.content_seq is 'The event by which the ref last set the content of its object; null for the one that entered it.';

-- What a ref stands for stays, but for a redaction; only what it last said may change.
drop trigger bundle_ref_changes_by_redaction on bundle_ref;
drop trigger bundle_ref_of_the_redacted on bundle_ref;
create trigger bundle_ref_changes_by_redaction
  before update of owner, namespace, ref, type, object, salt on bundle_ref
  for each statement execute function require_redaction();
create trigger bundle_ref_of_the_redacted
  before update of owner, namespace, ref, type, object, salt on bundle_ref
  for each row execute function require_redacted_ref();
create trigger bundle_ref_stays_redacted before update on bundle_ref
  for each row when (old.salt is not null) execute function refuse_change();
create trigger bundle_ref_holds_lock before update on bundle_ref
  for each statement execute function require_record_lock();
grant update (content_hash, content_seq) on bundle_ref to counterpoint_service;
