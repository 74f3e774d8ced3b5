-- What refers to something may be written before it, within a transaction: at the end everything must
-- be there, as before.

-- The words of an event are written while statuses are computed, and the event says what became of
-- those. All else that names the number of an event may come before it already.
alter table words alter constraint words_seq_fkey deferrable initially deferred;

-- A claim is written once, with its first status; what is linked to it, cites it or finds it is
-- written before.
alter table claim_about alter constraint claim_about_claim_id_fkey deferrable initially deferred;
alter table link alter constraint link_from_claim_fkey deferrable initially deferred;
alter table link alter constraint link_to_claim_fkey deferrable initially deferred;
alter table undercut_end alter constraint undercut_end_claim_id_fkey deferrable initially deferred;
alter table citation alter constraint citation_claim_id_fkey deferrable initially deferred;
alter table story_claim alter constraint story_claim_claim_id_fkey deferrable initially deferred;
alter table claim_search alter constraint claim_search_claim_id_fkey deferrable initially deferred;
