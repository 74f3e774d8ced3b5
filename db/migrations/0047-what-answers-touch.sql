-- What the answer of a party touches of the claim that it answers, and what such answers leave open.
-- Both are derived: only relabelling writes them.
alter table link add column fit text
  check (fit in ('meets', 'partly', 'other_point', 'neither', 'confirms'));
comment on column link.fit is
  'What the answer of a party touches; null for other links. Only relabelling writes it.';
alter table claim add column left_open text[];
comment on column claim.left_open is
  'The points that no live answer of a party meets; null if none meets the claim or any of its points. Only relabelling writes it.';
grant update (fit) on link to counterpoint_service;
grant update (left_open) on claim to counterpoint_service;
select keep_past_columns('link');
select keep_past_columns('claim');

-- Most claims are open: nobody has answered them. A list of the few that are not reads this.
create index claim_not_left_open
  on claim (coalesce(asserted_start, '-infinity') desc, id desc)
  where left_open = '{}' and voided_at is null and merged_into is null;

-- Claims whose answers were entered before this was computed, or by an older version. The service
-- reads them one after the other.
create table unread_answers (claim_id uuid primary key);
comment on table unread_answers is 'Claims of which it is not known yet what their answers touch.';
insert into unread_answers
select id from claim where answers > 0 and voided_at is null and merged_into is null;
create index link_without_response on link (recorded_at)
  where response is null and relation in ('rebuts', 'undercuts');
grant select, insert, delete on unread_answers to counterpoint_service;

-- Until then, nobody said what an answer touches.
create table answers_read (since_seq bigint not null);
comment on table answers_read is 'The last event before it was computed what answers touch.';
insert into answers_read select seq from record_head;
grant select on answers_read to counterpoint_service;
