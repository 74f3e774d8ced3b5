import type { AnsweredAttack, Explained, QuotedClaim } from '../../src/sentences/explanation.ts'
import type { Speaker } from '../../src/sentences/told/speakers.ts'
import { partyOf, rebuttal } from '../engine/seed-claims.ts'

/** The day that stands for any date. */
const day = '2025-12-03'

function called(name: string): Speaker {
  return { id: name, name: `{${name}}` }
}

function says(speaker: Speaker, words = '{quote}'): QuotedClaim {
  return { speaker, words, translated: null, assertedAt: day, isRuling: false }
}

const [author, subject, speaker, body, voice] = [
  called('author'),
  called('subject'),
  called('speaker'),
  called('body'),
  called('voice'),
]
const none = { named: [], more: 0 }

/** One that speaks for the subject, or for one of several. */
function party(of = 1, isSpeakerOne = true) {
  return partyOf([subject], { of, isSpeakerOne })
}

const denial = rebuttal(says(subject), { party: party(), fit: 'meets' })
const onScope = { fit: 'other_point', otherPoint: 'scope' } as const
const point = { text: '{point}', isMachine: false }
const challenge = rebuttal(says(speaker))
const answers: readonly AnsweredAttack['outcome'][] = [
  { kind: 'withdrawn', by: speaker, at: day },
  { kind: 'countered', by: { named: [called('other')], more: 0 } },
]

const told = { speaker: author, isRuling: false } as const
const ruling = { ...says(body), isRuling: true, reference: '{citation}' }
const basis = says(called('basis'))
const addition = { ...says(speaker), since: null }

/** What a sentence says of each status, with names in braces: the most usual cases. */
export const templates: readonly (readonly [status: string, told: Explained])[] = [
  ['denied', { ...told, status: 'denied', cites: [denial] }],
  [
    'denied',
    {
      ...told,
      status: 'denied',
      cites: [rebuttal(says(voice), { party: party(3, false), fit: 'meets' })],
    },
  ],
  [
    'denied',
    {
      ...told,
      status: 'denied',
      cites: [{ ...denial, ...onScope }],
      leftOpen: 'whole',
      openPoints: [point],
      openCount: 1,
      pointCount: 1,
      silent: { named: [subject], more: 0 },
    },
  ],
  ['denied', { ...told, status: 'denied', cites: [{ ...denial, relation: 'undercuts' }] }],
  ['disputed', { ...told, status: 'disputed', cites: [challenge] }],
  [
    'disputed',
    {
      ...told,
      status: 'disputed',
      cites: [
        rebuttal(says(speaker), { fit: null, answered: { touching: 'meets', aspect: null } }),
      ],
    },
  ],
  [
    'disputed',
    { ...told, status: 'disputed', cites: [{ ...basis, as: 'basis', status: 'disputed' }] },
  ],
  ['countered', { ...told, status: 'countered', cites: [{ ...challenge, relation: 'undercuts' }] }],
  [
    'basis_lost',
    {
      ...told,
      status: 'basis_lost',
      cites: [
        { ...basis, as: 'basis', outcome: { kind: 'withdrawn', by: basis.speaker, at: day } },
      ],
    },
  ],
  [
    'basis_lost',
    { ...told, status: 'basis_lost', cites: [{ ...says(speaker), as: 'step', basis }] },
  ],
  ...answers.map((outcome) => {
    const cites = [{ ...challenge, outcome }]
    return ['answered', { ...told, status: 'answered', cites }] as const
  }),
  [
    'admitted',
    {
      ...told,
      status: 'admitted',
      cites: [{ ...says(subject), party: party() }],
      all: party(),
    },
  ],
  [
    'admitted',
    {
      ...told,
      status: 'admitted',
      cites: [{ ...says(voice), party: party(1, false) }],
      all: party(),
    },
  ],
  ['ruled_for', { ...told, status: 'ruled_for', cites: [ruling] }],
  ['ruled_against', { ...told, status: 'ruled_against', cites: [ruling] }],
  [
    'ruled_against',
    { ...told, status: 'ruled_against', cites: [{ ...ruling, isElsewhere: true }] },
  ],
  [
    'corrected',
    {
      ...told,
      status: 'corrected',
      cites: [{ ...says(author, '{successor}'), relation: 'supersedes', isReworded: false }],
    },
  ],
  ['withdrawn', { ...told, status: 'withdrawn', withdrawnAt: day }],
  ['unchallenged', { ...told, status: 'unchallenged', contestedBy: none, context: none }],
  [
    'unchallenged',
    { ...told, status: 'unchallenged', contestedBy: none, context: { named: [addition], more: 0 } },
  ],
  [
    'unchallenged',
    {
      ...told,
      isRuling: true,
      status: 'unchallenged',
      contestedBy: { named: [speaker], more: 0 },
      context: none,
    },
  ],
]
