-- With what lists also filter by, so that claims which do not match are passed over in the index. Its
-- entries are written whenever one of these changes anyway, since other indexes have them too.
drop index claim_unanswered;
create index claim_unanswered on claim (countered_by desc, id desc, status, kind, lang, speaker_id)
  where answers = 0 and voided_at is null and merged_into is null;
