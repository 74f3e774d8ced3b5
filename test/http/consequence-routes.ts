import type { Call } from '../support/api.ts'

export type Line = Record<string, unknown>
export type Ids = Record<string, string>

/** One way in which a single write moves the claim R, spoken by somebody else. */
interface Route {
  readonly how: string
  readonly record: readonly Line[]
  readonly from: string
  readonly to: string
  readonly write: (ids: Ids) => readonly [path: string, call: Call]
}

const reason = 'For the test.'
const undercut = link('u', 'undercuts', 'U', 'R')

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
    how: 'a withdrawal entered for whoever counters it',
    record: [claim('R', 'poster', ['mayor']), claim('U', 'archive', ['photo']), undercut],
    from: 'countered',
    to: 'answered',
    write: ({ U, news }) => ending(`/v1/claims/${U}/withdraw`, takenBack(news)),
  },
  {
    how: 'a withdrawal entered for whoever it relies on',
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

export function claim(ref: string, speaker: string, about: readonly string[]): Line {
  const said = { text: `Statement ${ref}`, lang: 'en', assertedAt: '2026-01-01' }
  const citations = [{ report: 'news', quote: `Statement ${ref}`, attribution: 'relay' }]
  return { type: 'claim', ref, kind: 'fact', speaker, about, ...said, citations }
}

function link(ref: string, relation: string, from: string, to: string): Line {
  return { type: 'link', ref, relation, from, to: { claim: to } }
}

export function adding(ids: Ids, relation: string, from: string, to: string): [string, Call] {
  return ['/v1/links', { body: { relation, from: ids[from], to: { claim: ids[to] } } }]
}

function amending(path: string, patch: object): [string, Call] {
  const headers = { 'content-type': 'application/merge-patch+json', 'if-match': '"1"' }
  return [path, { method: 'PATCH', headers, body: patch }]
}

function takenBack(report: string | undefined): object {
  return { at: '2026-02-01', reason, citation: { report, quote: 'Taken back' } }
}

function ending(path: string, body: object): [string, Call] {
  return [path, { headers: { 'if-match': '"1"' }, body }]
}
