-- A correction replaces the substance of a claim, or its wording alone.
-- The previous version can live with: column link_was.change: the trigger on link fills it.
-- The previous version can live with: check link.link_change_of_supersedes: it leaves the column to its default, which every relation may have.
alter table link
  add column change text not null default 'substance' check (change in ('substance', 'wording')),
  add constraint link_change_of_supersedes check (relation = 'supersedes' or change = 'substance');

comment on column link.change is 'What a link of relation supersedes changes; of any other relation, substance.';

select keep_past_columns('link');
grant update (change) on link to counterpoint_service;
