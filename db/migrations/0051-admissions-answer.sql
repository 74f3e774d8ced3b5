-- A party that admits a claim leaves nothing of it open. What is left open of the claims that somebody
-- concedes or restates is computed again, after the start of the service.
insert into unread_answers
select ends.claim_id
from link
  cross join lateral (values (link.from_claim), (link.to_claim)) as ends (claim_id)
  join claim on claim.id = ends.claim_id
where link.relation in ('concedes', 'restates') and link.ended_at is null and not link.is_void
  and claim.voided_at is null and claim.merged_into is null
on conflict do nothing;
