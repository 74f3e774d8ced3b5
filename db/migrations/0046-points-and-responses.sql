-- A claim may be divided into points, short propositions in its own language. An answer says how it
-- responds, and which points it meets. The words of points are words of the claim, at
-- /points/<position>/text.
-- The previous version can live with: column claim_was.points: the trigger on claim fills it.
-- The previous version can live with: column link_was.meets: the trigger on link fills it.
alter table claim add column points jsonb not null default '[]';
comment on column claim.points is
  'Id and end of each point, in order. A point that was removed stays, with its end.';
alter table link
  add column response text
    check (response in ('denies', 'elsewhere', 'confirms', 'neither', 'declines')),
  add column meets text[] not null default '{}';
comment on column link.response is
  'What an answer says. Null where nothing is said: rebuttals and undercuts then deny.';
comment on column link.meets is 'The ids of the points that it answers.';

grant update (points) on claim to counterpoint_service;
grant update (response, meets) on link to counterpoint_service;
select keep_past_columns('claim');
select keep_past_columns('link');
