-- Lists by a kind or a language that few claims have; without them such a list reads every claim.
create index claim_of_kind on claim (kind, asserted_start desc, id desc);
create index claim_of_lang on claim (lang, asserted_start desc, id desc);

-- Whether a subject is still one is told by the index itself.
drop index claim_about_source;
create index claim_about_source on claim_about (source_id, claim_id) include (seq);
