-- How long a report is, and how much of it the quotes on record cover. The licence that permits more
-- is a word of its event. A report of unknown length keeps null in both, and its writes cost nothing.
alter table report
  add column length integer check (length between 1 and 1000000),
  add column quoted integer check (quoted >= 0);
comment on column report.length is 'In characters (code points); null if unknown.';
comment on column report.quoted is
  'How many characters the public quotes cover; null while the length is unknown, and for what is voided or merged. Only the write path computes it.';
grant update (length, quoted) on report to counterpoint_service;
select keep_past_columns('report');
