-- A withdrawal of a claim and the end of a link may be entered wrongly, and can be voided like
-- anything else; and each may have a citation, which is a row like any other.

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
    'alter table event add constraint event_kind_check check ((%s) or kind in (%L, %L))',
    allowed, 'withdrawal.voided', 'end.voided'
  );
end
$$;

alter table citation add column ending_seq bigint references event deferrable initially deferred;
comment on column citation.ending_seq is
  'Event of the withdrawal or the end that it is the source of; null for a citation of the claim or the link itself.';
alter table citation_was add column ending_seq bigint;

drop view as_of.citation;
create view as_of.citation as
select * from (
  select null::bigint as until_seq, citation.* from public.citation
  union all
  select * from public.citation_was
) as version
where since_seq <= current_setting('counterpoint.as_of')::bigint
  and (until_seq is null or until_seq > current_setting('counterpoint.as_of')::bigint);
grant select on as_of.citation to counterpoint_service;

create index citation_of_ending on citation (ending_seq) where ending_seq is not null;
