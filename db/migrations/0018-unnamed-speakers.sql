-- The speaker of a claim may be unnamed: nobody's side, and of one voice with nobody.
alter table claim alter column speaker_id drop not null;
alter table claim_was alter column speaker_id drop not null;
comment on column claim.speaker_id is 'Who asserts it; null where no source names the speaker.';
