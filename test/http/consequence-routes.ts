import type { Call } from '../support/api.ts'

export type Line = Record<string, unknown>
export type Ids = Record<string, string>

/** One way in which a single write moves the claim R, spoken by somebody else. */
interface Route {
  readonly how: string
  readonly record: readonly Line[]
  readonly from: string | null
  readonly to: string | null
  readonly write: (ids: Ids) => readonly [path: string, call: Call]
}

const reason = 'For the test.'
const archiveUrl = 'https://archive.example/copy'

/** Stands for the id of a citation, which differs between records. */
export const citationId = 'id-of-the-citation'
const undercut = link('u', 'undercuts', 'U', 'R')

const denied = [
  claim('R', 'poster', ['mayor']),
  claim('D', 'mayor', ['mayor']),
  link('d', 'rebuts', 'D', 'R'),
]
const pointed = [{ ...denied[0], points: [{ id: 'a', text: 'At all' }] }, ...denied.slice(1)]

export const routes: readonly Route[] = [
  {
    how: 'a counterpoint that undercuts one-way',
    record: [claim('R', 'poster', ['mayor'])],
    from: 'unchallenged',
    to: 'countered',
    write: ({ R, archive, photo, news }) => {
      const { kind, text, lang, assertedAt } = claim('U', 'archive', [])
      const said = { kind, text, lang, assertedAt, speaker: archive, about: [photo] }
      const citation = { report: news, quote: 'U', attribution: 'relay' }
      const body = { relation: 'undercuts', claim: said, citation }
      return [`/v1/claims/${R}/counterpoints`, { body }]
    },
  },
  {
    how: 'a link that undercuts one-way',
    record: [claim('R', 'poster', ['mayor']), claim('U', 'archive', ['photo'])],
    from: 'unchallenged',
    to: 'countered',
    write: (ids) => adding(ids, 'undercuts', 'U', 'R'),
  },
  {
    how: 'an amendment of whom a claim is about',
    record: [claim('R', 'poster', ['archive']), claim('U', 'archive', ['photo']), undercut],
    from: 'denied',
    to: 'countered',
    write: ({ R, mayor }) => amending(`/v1/claims/${R}`, { about: [mayor] }),
  },
  {
    how: 'an amendment of the kind of a claim',
    record: [
      claim('R', 'poster', ['mayor']),
      { ...claim('U', 'archive', []), kind: 'opinion' },
      undercut,
    ],
    from: 'disputed',
    to: 'countered',
    write: ({ U }) => amending(`/v1/claims/${U}`, { kind: 'fact' }),
  },
  {
    how: 'an amendment of the affiliations of a source',
    record: [claim('R', 'poster', ['mayor']), claim('U', 'speaker', ['photo']), undercut],
    from: 'denied',
    to: 'countered',
    write: (ids) => amending(`/v1/sources/${ids['speaker']}`, { affiliations: [] }),
  },
  {
    how: 'a void of the claim that counters it',
    record: [claim('R', 'poster', ['mayor']), claim('U', 'archive', ['photo']), undercut],
    from: 'countered',
    to: 'unchallenged',
    write: ({ U }) => ending(`/v1/claims/${U}/void`, { reason }),
  },
  {
    how: 'a void of the link that counters it',
    record: [claim('R', 'poster', ['mayor']), claim('U', 'archive', ['photo']), undercut],
    from: 'countered',
    to: 'unchallenged',
    write: ({ u }) => ending(`/v1/links/${u}/void`, { reason }),
  },
  {
    how: 'a withdrawal entered on behalf of the speaker who counters it',
    record: [claim('R', 'poster', ['mayor']), claim('U', 'archive', ['photo']), undercut],
    from: 'countered',
    to: 'answered',
    write: ({ U, news }) => ending(`/v1/claims/${U}/withdraw`, takenBack(news)),
  },
  {
    how: 'a withdrawal entered on behalf of the speaker that it relies on',
    record: [
      claim('R', 'poster', ['mayor']),
      claim('B', 'archive', []),
      link('b', 'relies_on', 'R', 'B'),
    ],
    from: 'unchallenged',
    to: 'basis_lost',
    write: ({ B, news }) => ending(`/v1/claims/${B}/withdraw`, takenBack(news)),
  },
  {
    how: 'the end of the link that counters it',
    record: [claim('R', 'poster', ['mayor']), claim('U', 'archive', ['photo']), undercut],
    from: 'countered',
    to: 'answered',
    write: ({ u }) => ending(`/v1/links/${u}/end`, { at: '2026-02-01', reason }),
  },
  {
    how: 'a restatement of what it relies on',
    record: [
      claim('R', 'poster', ['mayor']),
      claim('B', 'archive', []),
      claim('C', 'paper', []),
      link('b', 'relies_on', 'R', 'B'),
      { type: 'withdrawal', claim: 'B', at: '2026-01-15', reason, uncited: true },
    ],
    from: 'basis_lost',
    to: 'unchallenged',
    write: (ids) => adding(ids, 'restates', 'C', 'B'),
  },
  {
    how: 'a ruling against it',
    record: [claim('R', 'poster', ['mayor']), { ...claim('J', 'court', []), kind: 'ruling' }],
    from: 'unchallenged',
    to: 'ruled_against',
    write: (ids) => adding(ids, 'rebuts', 'J', 'R'),
  },
  {
    how: 'a ruling for it',
    record: [
      claim('R', 'poster', ['mayor']),
      claim('U', 'archive', ['photo']),
      undercut,
      { ...claim('J', 'court', []), kind: 'ruling' },
    ],
    from: 'countered',
    to: 'ruled_for',
    write: (ids) => adding(ids, 'restates', 'J', 'R'),
  },
  {
    how: 'a replacement of what it relies on',
    record: [
      claim('R', 'poster', ['mayor']),
      claim('B', 'archive', []),
      claim('C', 'archive', []),
      link('b', 'relies_on', 'R', 'B'),
    ],
    from: 'unchallenged',
    to: 'basis_lost',
    write: (ids) => adding(ids, 'supersedes', 'C', 'B'),
  },
  {
    how: 'a concession that replaces what it relies on',
    record: [
      claim('R', 'poster', ['mayor']),
      claim('D', 'mayor', ['mayor']),
      claim('N', 'archive', ['mayor']),
      claim('S', 'mayor', ['mayor']),
      link('d', 'rebuts', 'D', 'N'),
      link('b', 'relies_on', 'R', 'D'),
    ],
    from: 'disputed',
    to: 'basis_lost',
    write: (ids) => adding(ids, 'concedes', 'S', 'N'),
  },
]

/** Ways in which R becomes, or ceases to be, withdrawn, corrected, admitted, voided or ruled for. */
export const lifeRoutes: readonly Route[] = [
  {
    how: 'a withdrawal in the name of its speaker',
    record: denied,
    from: 'denied',
    to: 'withdrawn',
    write: ({ R, news }) => ending(`/v1/claims/${R}/withdraw`, takenBack(news)),
  },
  {
    how: 'a correction in the name of its speaker',
    record: [...denied, claim('N', 'poster', ['mayor'])],
    from: 'denied',
    to: 'corrected',
    write: (ids) => adding(ids, 'supersedes', 'N', 'R'),
  },
  {
    how: 'a concession in the name of whom it is about',
    record: [...denied, claim('A', 'mayor', ['mayor'])],
    from: 'denied',
    to: 'admitted',
    write: (ids) => adding(ids, 'concedes', 'A', 'R'),
  },
  {
    how: 'a void',
    record: denied,
    from: 'denied',
    to: null,
    write: ({ R }) => ending(`/v1/claims/${R}/void`, { reason }),
  },
  {
    how: 'the void of its withdrawal',
    record: [
      ...denied,
      { type: 'withdrawal', claim: 'R', at: '2026-01-15', reason, uncited: true },
    ],
    from: 'withdrawn',
    to: 'denied',
    write: ({ R }) => ending(`/v1/claims/${R}/withdrawal/void`, { reason }, 2),
  },
  {
    how: 'the void of its correction',
    record: [...denied, claim('N', 'poster', ['mayor']), link('n', 'supersedes', 'N', 'R')],
    from: 'corrected',
    to: 'denied',
    write: ({ n }) => ending(`/v1/links/${n}/void`, { reason }),
  },
  {
    how: 'the void of a concession',
    record: [
      ...denied,
      claim('A', 'mayor', ['mayor']),
      { ...link('a', 'concedes', 'A', 'R'), citations: [cited('A')] },
    ],
    from: 'admitted',
    to: 'denied',
    write: ({ a }) => ending(`/v1/links/${a}/void`, { reason }),
  },
  {
    how: 'a ruling that is linked to it',
    record: [claim('R', 'poster', []), { ...claim('J', 'court', []), kind: 'ruling' }],
    from: 'unchallenged',
    to: 'ruled_for',
    write: (ids) => adding(ids, 'restates', 'J', 'R'),
  },
]

/** Changes that an addition may cause alone, and a change of what is on record may not. */
export const changeRoutes: readonly Route[] = [
  {
    how: 'the void of a denial',
    record: denied,
    from: 'denied',
    to: 'unchallenged',
    write: ({ d }) => ending(`/v1/links/${d}/void`, { reason }),
  },
  {
    how: 'the end of a denial',
    record: denied,
    from: 'denied',
    to: 'answered',
    write: ({ d }) => ending(`/v1/links/${d}/end`, { at: '2026-02-01', reason }),
  },
  {
    how: 'the withdrawal of a denial',
    record: denied,
    from: 'denied',
    to: 'answered',
    write: ({ D, news }) => ending(`/v1/claims/${D}/withdraw`, takenBack(news)),
  },
  {
    how: 'an amendment that makes of a denial the word of a third party',
    record: [
      claim('R', 'poster', ['mayor']),
      claim('D', 'speaker', []),
      link('d', 'rebuts', 'D', 'R'),
    ],
    from: 'denied',
    to: 'disputed',
    write: (ids) => amending(`/v1/sources/${ids['speaker']}`, { affiliations: [] }),
  },
  {
    how: 'an amendment of whom it is about',
    record: denied,
    from: 'denied',
    to: 'disputed',
    write: ({ R, photo }) => amending(`/v1/claims/${R}`, { about: [photo] }),
  },
]

const twice = [claim('R', 'poster', ['mayor']), claim('copy', 'poster', ['mayor'])]

/** What undercuts R one-way, unless whom R is about says it. */
const undercutByPhoto = [
  claim('R', 'poster', ['mayor']),
  claim('U', 'photo', []),
  link('u', 'undercuts', 'U', 'R'),
]

export const mergeRoutes: readonly Route[] = [
  {
    how: 'a merge of it into another claim',
    record: twice,
    from: 'unchallenged',
    to: null,
    write: ({ R, copy }) => ending(`/v1/claims/${R}/merge`, { into: copy, reason }),
  },
  {
    how: 'the void of a merge of it',
    record: [...twice, merge('m', 'claim', 'R', 'copy')],
    from: null,
    to: 'unchallenged',
    write: ({ m }) => ending(`/v1/merges/${m}/void`, { reason }),
  },
  {
    how: 'a merge of sources by which whom it is about undercuts it',
    record: undercutByPhoto,
    from: 'countered',
    to: 'denied',
    write: ({ photo, mayor }) => ending(`/v1/sources/${photo}/merge`, { into: mayor, reason }),
  },
  {
    how: 'the void of a merge of sources by which whom it is about undercuts it',
    record: [...undercutByPhoto, merge('m', 'source', 'photo', 'mayor')],
    from: 'denied',
    to: 'countered',
    write: ({ m }) => ending(`/v1/merges/${m}/void`, { reason }),
  },
]

export function claim(ref: string, speaker: string, about: readonly string[]): Line {
  const said = { text: `Statement ${ref}`, lang: 'en', assertedAt: '2026-01-01' }
  return { type: 'claim', ref, kind: 'fact', speaker, about, ...said, citations: [cited(ref)] }
}

function cited(ref: string): Line {
  return { report: 'news', quote: `Statement ${ref}`, attribution: 'relay' }
}

function source(ref: string): Line {
  return { type: 'source', ref, kind: 'outlet' }
}

function report(ref: string): Line {
  return { type: 'report', ref, source: 'paper', kind: 'article', title: ref, lang: 'en' }
}

function story(claims: readonly string[]): Line {
  return { type: 'story', ref: 's', title: 'The mayor and the poster', claims }
}

function translation(text: string): Line {
  return { lang: 'ko', text, by: 'human' }
}

/** The point of the claim that was answered, in Korean, too. */
function translated(text: string) {
  return { points: [{ id: 'a', text: 'At all', texts: [translation(text)] }] }
}

function link(ref: string, relation: string, from: string, to: string): Line {
  return { type: 'link', ref, relation, from, to: { claim: to } }
}

function merge(ref: string, noun: string, from: string, into: string): Line {
  return { type: 'merge', ref, noun, from, into, reason }
}

export function adding(ids: Ids, relation: string, from: string, to: string): [string, Call] {
  const body = { relation, from: ids[from], to: { claim: ids[to] } }
  const citations = [{ report: ids['news'], quote: `Statement ${from}` }]
  return ['/v1/links', { body: relation === 'concedes' ? { ...body, citations } : body }]
}

export interface ActRoute {
  readonly what: string
  readonly record: readonly Line[]
  readonly says: string
  readonly write: (ids: Ids) => readonly [path: string, call: Call]
}

/** What takes a second person whatever its consequences. */
export const acts: readonly ActRoute[] = [
  {
    what: 'a ruling',
    record: [],
    says: 'enter the ruling',
    write: ({ court, news }) => {
      const citations = [{ report: news, quote: 'J' }]
      const said = { text: 'So ruled', lang: 'en', assertedAt: '2026-01-01', citations }
      return ['/v1/claims', { body: { kind: 'ruling', speaker: court, about: [], ...said } }]
    },
  },
  {
    what: 'other words of a ruling',
    record: [{ ...claim('J', 'court', []), kind: 'ruling' }],
    says: 'change the ruling',
    write: ({ J }) => amending(`/v1/claims/${J}`, { text: 'Ruled otherwise' }),
  },
  {
    what: 'a new body',
    record: [],
    says: 'a body',
    write: () => ['/v1/sources', { body: { kind: 'body', name: `Court ${crypto.randomUUID()}` } }],
  },
  {
    what: 'an amendment into a body',
    record: [],
    says: 'a body',
    write: ({ paper }) => amending(`/v1/sources/${paper}`, { kind: 'body' }),
  },
  {
    what: 'other words of a claim that was answered',
    record: denied,
    says: 'which links join to other claims',
    write: ({ R }) => amending(`/v1/claims/${R}`, { text: 'The opposite' }),
  },
  {
    what: 'another speaker of a claim that was answered',
    record: denied,
    says: 'change the speaker of claim',
    write: ({ R, paper }) => amending(`/v1/claims/${R}`, { speaker: paper }),
  },
  {
    what: 'another translation in place of one',
    record: [{ ...denied[0], texts: [translation('그렇다')] }, ...denied.slice(1)],
    says: 'which links join to other claims',
    write: ({ R }) => amending(`/v1/claims/${R}`, { texts: [translation('아니다')] }),
  },
  {
    what: 'the aspect of an answer',
    record: denied,
    says: 'how the answer by link',
    write: ({ d }) => amending(`/v1/links/${d}`, { aspect: 'timing' }),
  },
  {
    what: 'what an answer says',
    record: denied,
    says: 'how the answer by link',
    write: ({ d }) => amending(`/v1/links/${d}`, { response: 'elsewhere' }),
  },
  {
    what: 'which points an answer meets',
    record: pointed,
    says: 'how the answer by link',
    write: ({ d }) => amending(`/v1/links/${d}`, { meets: ['a'] }),
  },
  {
    what: 'the points of a claim that was answered',
    record: pointed,
    says: 'which links join to other claims',
    write: ({ R }) => amending(`/v1/claims/${R}`, { points: [{ text: 'Another point' }] }),
  },
  {
    what: 'another translation of a point of a claim that was answered',
    record: [
      { ...denied[0], points: [{ id: 'a', text: 'At all', texts: [translation('전혀')] }] },
      ...denied.slice(1),
    ],
    says: 'which links join to other claims',
    write: ({ R }) => amending(`/v1/claims/${R}`, translated('조금도')),
  },
  {
    what: 'other words of a point, beside a translation of it',
    record: pointed,
    says: 'which links join to other claims',
    write: ({ R }) =>
      amending(`/v1/claims/${R}`, {
        points: [{ id: 'a', text: 'Not at all', texts: [translation('전혀')] }],
      }),
  },
  {
    what: 'a correction that becomes one of wording',
    record: [claim('R', 'poster', []), claim('N', 'poster', []), link('s', 'supersedes', 'N', 'R')],
    says: 'is one of wording',
    write: ({ s }) => amending(`/v1/links/${s}`, { change: 'wording' }),
  },
  {
    what: 'a merge of sources that moves nothing',
    record: denied,
    says: 'merge another source with source',
    write: ({ photo, paper }) => ending(`/v1/sources/${photo}/merge`, { into: paper, reason }),
  },
  {
    what: 'the home domain of a source',
    record: [],
    says: 'the home page of source',
    write: ({ mayor }) => amending(`/v1/sources/${mayor}`, { url: 'https://mayor.example/' }),
  },
  ...[
    { name: 'Another name' },
    { kind: 'person' },
    { slug: 'another-slug' },
    { aliases: ['Another alias'] },
    { names: [{ lang: 'ko', name: '다른 이름' }] },
    { wikidataId: 'Q42' },
    { url: null },
  ].map((patch) => ({
    what: `${Object.keys(patch).join()} of a source`,
    record: [],
    says: 'url' in patch ? 'the home page of source' : 'change who source',
    write: ({ paper }: Ids) => amending(`/v1/sources/${paper}`, patch),
  })),
  ...[
    { title: 'Other news' },
    { kind: 'filing' },
    { lang: 'ko' },
    { url: 'https://paper.example/other' },
    { publishedAt: '2025-12-24' },
  ].map((patch) => ({
    what: `${Object.keys(patch).join()} of a report`,
    record: [],
    says: 'change what report',
    write: ({ news }: Ids) => amending(`/v1/reports/${news}`, patch),
  })),
  {
    what: 'the source of a report',
    record: [],
    says: 'change what report',
    write: ({ news, mayor }) => amending(`/v1/reports/${news}`, { source: mayor }),
  },
  {
    what: 'the copy of a report in place of another',
    record: [{ ...report('scan'), archiveUrl }],
    says: 'change what report',
    write: ({ scan }) =>
      amending(`/v1/reports/${scan}`, { archiveUrl: 'https://archive.example/other' }),
  },
  {
    what: 'the words of an answer',
    record: denied,
    says: 'which links join to other claims',
    write: ({ D }) => amending(`/v1/claims/${D}`, { text: 'Only in part' }),
  },
  {
    what: 'the day of an answer',
    record: denied,
    says: 'change the assertedAt of claim',
    write: ({ D }) => amending(`/v1/claims/${D}`, { assertedAt: '2026-01-02' }),
  },
  {
    what: 'the speaker of a claim that nobody has answered',
    record: [claim('R', 'poster', ['mayor'])],
    says: 'change the speaker of claim',
    write: ({ R, paper }) => amending(`/v1/claims/${R}`, { speaker: paper }),
  },
  {
    what: 'the note of an answer',
    record: denied,
    says: 'what is noted at link',
    write: ({ d }) => amending(`/v1/links/${d}`, { note: 'Not meant like that.' }),
  },
  {
    what: 'the void of an answer beside another',
    record: [...denied, claim('E', 'mayor', []), link('e', 'rebuts', 'E', 'R')],
    says: 'void link',
    write: ({ d }) => ending(`/v1/links/${d}/void`, { reason }),
  },
  {
    what: 'the end of an answer',
    record: [...denied, claim('E', 'mayor', []), link('e', 'rebuts', 'E', 'R')],
    says: 'end link',
    write: ({ d }) => ending(`/v1/links/${d}/end`, { at: '2026-02-01', reason }),
  },
  {
    what: 'the void of such an end',
    record: [
      ...denied,
      claim('E', 'mayor', []),
      link('e', 'rebuts', 'E', 'R'),
      { type: 'end', link: 'd', at: '2026-01-15', reason },
    ],
    says: 'undo the end of link',
    write: ({ d }) => ending(`/v1/links/${d}/end/void`, { reason }, 2),
  },
  {
    what: 'the void of a citation',
    record: [
      ...denied,
      { ...claim('C', 'mayor', []), citations: [{ ...cited('C'), id: citationId }] },
    ],
    says: 'void citation',
    write: (ids) => ending(`/v1/citations/${ids[citationId]}/void`, { reason }),
  },
  ...(['report', 'source'] as const).map((noun) => ({
    what: `the void of a ${noun}`,
    record: [noun === 'report' ? report('extra') : { ...source('extra'), name: 'Extra' }],
    says: `void ${noun}`,
    write: ({ extra }: Ids) => ending(`/v1/${noun}s/${extra}/void`, { reason }),
  })),
  {
    what: 'a merge of reports',
    record: [report('extra')],
    says: 'merge another report with report',
    write: ({ extra, news }) => ending(`/v1/reports/${extra}/merge`, { into: news, reason }),
  },
  {
    what: 'the void of a merge of sources that moves nothing',
    record: [...denied, merge('m', 'source', 'photo', 'paper')],
    says: 'undo the merge of',
    write: ({ m }) => ending(`/v1/merges/${m}/void`, { reason }),
  },
  ...[
    { title: 'Another title' },
    { claims: [] },
    { slug: 'another-story' },
    { titles: [{ lang: 'ko', title: '다른 제목' }] },
  ].map((patch) => ({
    what: `${Object.keys(patch).join()} of a story`,
    record: [...denied, story(['R'])],
    says: 'other than by adding claims to it',
    write: ({ s }: Ids) => amending(`/v1/stories/${s}`, patch),
  })),
  {
    what: 'the order of the claims of a story',
    record: [...denied, story(['R', 'D'])],
    says: 'other than by adding claims to it',
    write: ({ s, R, D }) => amending(`/v1/stories/${s}`, { claims: [D, R] }),
  },
  ...[{ kind: 'opinion' }, { about: [] }, { assertedAt: '2026-01-02' }].map((patch) => ({
    what: `${Object.keys(patch).join()} of a claim that nobody has answered`,
    record: [claim('R', 'poster', ['mayor'])],
    says: `change the ${Object.keys(patch).join()} of claim`,
    write: ({ R }: Ids) => amending(`/v1/claims/${R}`, patch),
  })),
  {
    what: 'a concession that ends an answer beside another one',
    record: [
      claim('R', 'poster', ['mayor']),
      claim('D', 'mayor', []),
      claim('E', 'archive', []),
      claim('A', 'archive', []),
      link('d', 'rebuts', 'D', 'R'),
      link('e', 'rebuts', 'E', 'R'),
    ],
    says: 'concede claim',
    write: (ids) => adding(ids, 'concedes', 'A', 'R'),
  },
  {
    what: 'the home page of a source on a site that many share',
    record: [{ ...source('sharer'), name: 'Sharer', url: 'https://x.com/sharer' }],
    says: 'the home page of source',
    write: ({ sharer }) => amending(`/v1/sources/${sharer}`, { url: 'https://x.com/another' }),
  },
  {
    what: 'the void of a story',
    record: [...denied, story(['R'])],
    says: 'void story',
    write: ({ s }) => ending(`/v1/stories/${s}/void`, { reason }),
  },
]

/** What an editor may do with objects that others entered. */
export const freeWrites: readonly Omit<ActRoute, 'says'>[] = [
  {
    what: 'other words of a claim that no link joins to another',
    record: [claim('R', 'poster', ['mayor'])],
    write: ({ R }) => amending(`/v1/claims/${R}`, { text: 'Quieter' }),
  },
  {
    what: 'the points of a claim that answers another, and that nobody has answered',
    record: denied,
    write: ({ D }) => amending(`/v1/claims/${D}`, { points: [{ text: 'Not at all' }] }),
  },
  {
    what: 'a translation of a point of a claim that was answered',
    record: pointed,
    write: ({ R }) => amending(`/v1/claims/${R}`, translated('전혀')),
  },
  {
    what: 'a translation of a claim that was answered',
    record: denied,
    write: ({ R }) => amending(`/v1/claims/${R}`, { texts: [translation('그렇다')] }),
  },
  {
    what: 'a citation',
    record: denied,
    write: ({ R, news }) => [
      `/v1/claims/${R}/citations`,
      { body: { report: news, quote: 'Again' } },
    ],
  },
  {
    what: 'another path of a home page',
    record: [],
    write: ({ paper }) => amending(`/v1/sources/${paper}`, { url: 'https://paper.example/home' }),
  },
  {
    what: 'the copy of a report in an archive, and the day it was read',
    record: denied,
    write: ({ news }) =>
      amending(`/v1/reports/${news}`, {
        archiveUrl: 'https://archive.example/news',
        accessedAt: '2026-01-02',
      }),
  },
  {
    what: 'one more claim of a story',
    record: [...denied, story(['R'])],
    write: ({ s, R, D }) => amending(`/v1/stories/${s}`, { claims: [R, D] }),
  },
]

function amending(path: string, patch: object): [string, Call] {
  const headers = { 'content-type': 'application/merge-patch+json', 'if-match': '"1"' }
  return [path, { method: 'PATCH', headers, body: patch }]
}

function takenBack(report: string | undefined): object {
  return { at: '2026-02-01', reason, citation: { report, quote: 'Taken back' } }
}

function ending(path: string, body: object, version = 1): [string, Call] {
  return [path, { headers: { 'if-match': `"${version}"` }, body }]
}
