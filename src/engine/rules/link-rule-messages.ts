import type { LinkRule } from './link-rules.ts'

/** What is wrong and what to do instead, addressed to the author of the link. */
export const messages: Readonly<Record<LinkRule, string>> = {
  'no-self-link': 'A claim cannot be linked to itself. Link it to the claim it responds to.',
  'no-second-link-between-versions':
    'Both claims are versions of one claim, so no other link joins them. End the link that makes one the wording of the other, or leave this link out.',
  'no-link-onto-own-link':
    'A claim cannot point at a link that it starts itself. End that link, or let another claim undercut it.',
  'no-quarrel-within-group':
    'Both claims are on record as saying the same, so one can only restate or supersede the other. End the restatement, or leave this link out.',
  'no-duplicate': 'This link is on record already. Add the evidence to its citations instead.',
  'rebuts-like-kinds':
    'Facts, figures and rulings rebut each other, and opinions rebut opinions. Use undercuts or qualifies, or correct the kind of the claim.',
  'restates-like-kinds':
    'A claim restates one of its own kind; only a ruling may also restate a fact or a figure. Use supports, or correct the kind of the claim.',
  'only-rulings-undercut-rulings':
    'Only a ruling undercuts a ruling, or a link that starts at one. Use qualifies, which is shown beside it.',
  'meets-known-points':
    'It meets a point that the answered claim does not have. Amend what it meets first, or enter the point with the same id.',
  'only-undercuts-target-links': 'Only undercuts may point at a link. Point this one at a claim.',
  'only-guarded-links-are-targets':
    'Only a rebuts, undercuts or relies_on link can be undercut. Point at the claim at one of its ends.',
  tower:
    'Links onto links go 8 deep at most, counted from the link onto a claim at their foot. Point at one of the claims further down.',
  'supersedes-own-claim':
    'A claim is superseded only by its own speaker, or where one speaks for the other. Use rebuts or undercuts.',
  'supersedes-earlier-claim':
    'A claim cannot supersede one that was certainly asserted after it. Check both dates, or reverse the link.',
  'supersedes-without-cycle':
    'With this link a claim would, through others, supersede itself. End one of the links of the circle.',
  'wording-like-kinds':
    'New wording keeps the kind of the claim. Correct the kind of one of them, or enter the change as one of substance.',
  'wording-one-successor':
    'This claim has new wording already. Let this one supersede the newest version instead.',
  'wording-one-predecessor':
    'This claim is the new wording of another claim already. Enter the change as one of substance, or end the other link.',
  'wording-keeps-points':
    'New wording keeps the points of the claim. Enter each of them with the same id, in the new words.',
  'concedes-other-voice':
    'A claim concedes a claim of another voice. Use restates or supersedes for what one and the same voice says.',
  'concedes-by-name':
    'Nobody is named as the speaker of the claim that concedes, so nobody is known to have conceded. Name its speaker, or use restates or supports.',
  'relies-without-cycle':
    'With this link a claim would, through others, rely on itself. End one of the links of the circle.',
  'no-undercut-of-own-claim':
    'A speaker cannot undercut its own claim. Let a new claim supersede it, or withdraw it.',
}
