import { z } from 'zod'
import { claimKinds, counterpointRoles } from '../domain/kinds.ts'
import { languageRange } from '../domain/language.ts'
import { statuses, statusGroups } from '../domain/status.ts'
import { timeZone } from '../domain/time-zone.ts'
import { claimSorts } from '../store/claim-order.ts'
import { byName, dateParameter, ids, references, searchParameter } from './parameters.ts'
import { listed, named } from './values.ts'

/** The filters of lists of claims, for programs and people alike. */
export const claimFilters = z.object({
  q: searchParameter.meta({
    description:
      'Words, or phrases in quotation marks, all of which must occur in its text or in a translation; quotes of reports are searched by `/v1/search`. `-word` excludes claims that have it. A name of a source also finds what it says and what is said about it. Korean is found inside longer words, with any particle, with and without spaces; English also by its stem; a number with its unit (`250명`).',
  }),
  status: listed(z.enum(statuses)).optional(),
  group: listed(z.enum(statusGroups)).optional(),
  kind: listed(z.enum(claimKinds)).optional(),
  leftOpen: z
    .enum(['true', 'false'])
    .transform((sent) => sent === 'true')
    .optional()
    .meta({
      description:
        'Whether answers of the parties it is about leave the claim, or some of its points, open. A claim that none of them has answered is open. What its speaker took back is neither, and nor is what a speaker says about nobody else, unless answers meet all of it.',
    }),
  answered: z
    .enum(['true', 'false'])
    .transform((sent) => sent === 'true')
    .optional()
    .meta({
      description:
        'Whether anybody rebuts, undercuts or qualifies it, or a restatement of it. What nobody has answered is not confirmed by that.',
    }),
  source: references.meta({ description: `Speakers. ${byName}` }),
  about: references.meta({ description: `Whom it is about. ${byName}` }),
  report: ids.meta({ description: 'Reports that it is cited from.' }),
  story: references.meta({ description: `Stories that it is part of. ${byName}` }),
  textLang: listed(languageRange)
    .optional()
    .meta({ description: 'The language of its original words: `ko` also finds `ko-KR`.' }),
  assertedFrom: dateParameter.meta({
    description:
      'Asserted on that day or later. A date is matched as written: a claim of `2025-07-01T08:30:00+09:00` is found on 1 July. An interval, a year or a month is found on each of its days; undated claims are never found.',
  }),
  assertedTo: dateParameter.meta({
    description: 'Asserted on that day or earlier: to the end of the day, month or year given.',
  }),
  tz: timeZone.optional().meta({
    description:
      'The IANA time zone whose days `assertedFrom` and `assertedTo` mean: instants are matched by their day in it. Bare days are the same in every zone.',
  }),
  changedSince: dateParameter.meta({ description: 'Its status or cites changed then or later.' }),
  responseFrom: references.meta({
    description: `Sources that rebut, undercut or qualify it. ${byName}`,
  }),
  role: listed(z.enum(counterpointRoles)).optional().meta({
    description:
      'As what somebody rebuts, undercuts or qualifies it. `party_response` is that of a party it is about, also where it says the same as the answer. What its own speaker says, or who speaks for the same party, has no role.',
  }),
  rating: named.optional().meta({
    description:
      'What a fact-checker calls it, word for word; capitals do not count. Ratings that were taken back are not searched.',
  }),
  quotedSource: references.meta({
    description: `Sources of reports that it is cited from. ${byName}`,
  }),
  sort: z.enum(claimSorts).optional().meta({
    description: 'By default, `relevance` with `q` and `newest` without.',
  }),
})

export type ClaimQuery = z.output<typeof claimFilters>
