-- Enough of the vocabulary that a search for a rare word is known to be rare: with the usual hundred,
-- a word outside the statistics is taken for one in every two hundred claims, and the search then
-- walks the newest claims for it.
alter table claim_search alter column tokens set statistics 1000;
