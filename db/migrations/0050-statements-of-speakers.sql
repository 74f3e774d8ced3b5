-- What one speaker said in the same words, however many others said it and however much the speaker
-- said. The third facet is the speaker as entered.
create index claim_search_said on claim_search ((facets[3]), statement);
