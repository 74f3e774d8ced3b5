-- Lists of the past are read in the order of the present ones; several versions of a claim stand side
-- by side, the latest first.
create index claim_was_newest on claim_was (
  coalesce(asserted_start, '-infinity') desc, id desc, until_seq desc
) include (since_seq) where voided_at is null and merged_into is null;
