import type { Idempotent } from '../../../src/actions/record/idempotent.ts'
import type { Actor } from '../../../src/domain/actor.ts'
import { newCitation } from '../../../src/domain/citation.ts'
import { newCounterpoint } from '../../../src/domain/counterpoint.ts'
import { relations } from '../../../src/domain/kinds.ts'
import { bundleLine } from '../../../src/formats/bundle.ts'
import type { Writes } from '../../../src/writes/writes.ts'
import type { Random } from '../../oracle/random.ts'
import { objectLine } from '../../support/object-line.ts'
import type { Ground, Ids } from './ground.ts'

/** A write that can be made in several records. */
export interface RandomWrite {
  readonly what: string
  readonly actor: Actor & { id: string }
  readonly idempotent: Idempotent | undefined
  readonly make: (writes: Writes) => Promise<object>
  /** What it enters, first what its answer shows. A name stands for an id that is assigned. */
  readonly enters: readonly Entering[]
}

interface Entering {
  readonly type: 'source' | 'claim' | 'link'
  readonly name: string
}

const language = 'en' as const
const kinds = [
  'rebut',
  'rebut',
  'rebut',
  'claim',
  'link',
  'restate',
  'cite',
  'amend claim',
  'amend link',
  'withdraw',
  'end',
  'void',
  'source',
  'retry',
  'reuse key',
] as const

/** A write onto anything that is known, or that another write of its burst enters. */
export function randomWrite(
  random: Random,
  newId: Ids,
  { actors, known }: Ground,
  {
    earlier,
    burst,
    areAnswers,
  }: {
    earlier: readonly RandomWrite[]
    burst: readonly RandomWrite[]
    /** Whether most writes of the burst answer claims. */
    areAnswers: boolean
  },
): RandomWrite {
  const any = (type: 'source' | 'report' | 'claim' | 'link') => {
    const coming = burst
      .flatMap(({ enters }) => enters)
      .filter((entering) => entering.type === type)
      .map(({ name }) => name)
    return random.pick(random.chance(0.2) && coming.length > 0 ? coming : known[type])
  }
  const what = areAnswers && random.chance(0.85) ? 'rebut' : random.pick(kinds)
  const actor = random.pick(actors)
  const again = earlier.filter(({ idempotent }) => idempotent !== undefined)
  if (what === 'retry' && again.length > 0) return { ...random.pick(again), what }

  const claim = any('claim')
  const link = any('link')
  const mark = newId()
  const reused = what === 'reuse key' && again.length > 0 ? random.pick(again) : undefined
  const idempotent =
    reused?.idempotent === undefined
      ? random.chance(0.7)
        ? { apiKeyId: actor.id, key: mark, requestHash: mark }
        : undefined
      : { ...reused.idempotent, requestHash: mark }
  const write = { actor, idempotent, language }
  // Stale now and then, and sometimes of a version that an earlier write of the burst makes.
  const versions = random.chance(0.7) ? [1] : [random.below(3) + 1]
  const citation = { ...chosenBy(actor, newId()), report: any('report'), quote: `Quote ${mark}` }
  const chosen = (id: string) => chosenBy(actor, id)
  const done = (make: RandomWrite['make'], ...enters: Entering[]) => {
    return { what, actor, idempotent, make, enters }
  }
  const end = (type: 'claim' | 'link', id: string, value: object) => {
    const ending = bundleLine.parse({ ...value, reason: 'For the test.' })
    if (ending.type !== 'withdrawal' && ending.type !== 'end' && ending.type !== 'void')
      throw new Error('An ending was expected.')
    return done((writes) => writes.endLife({ ...write, type, id, versions, ending }))
  }

  switch (what) {
    case 'rebut': {
      const [claimId, linkId] = [newId(), newId()]
      const speaker = random.chance(0.1) ? null : any('source')
      const counterpoint = {
        ...newCounterpoint.parse({
          relation: random.pick(['rebuts', 'rebuts', 'undercuts', 'qualifies']),
          claim: {
            ...said({ speaker, about: [any('source')], mark }),
            ...chosen(claimId),
          },
          citation: {
            ...citation,
            report: random.chance(areAnswers ? 0.1 : 0.4)
              ? citation.report
              : {
                  ...chosen(newId()),
                  source: any('source'),
                  kind: 'article',
                  title: `Report ${mark}`,
                  lang: 'en',
                  // Pages that two writes of a burst may both enter.
                  url: `https://answers.example/${random.below(40)}`,
                },
          },
          confirm: random.chance(areAnswers ? 0.9 : 0.8) ? ['new'] : [],
        }),
        ...chosen(linkId),
      }
      return done(
        (writes) => writes.fileCounterpoint({ ...write, answered: claim, counterpoint }),
        { type: 'claim', name: claimId },
        ...(actor.role === 'admin' ? [{ type: 'link', name: linkId } as const] : []),
      )
    }
    case 'claim':
    case 'retry':
    case 'reuse key': {
      const about = [any('source')]
      const id = random.chance(0.05) ? claim : newId()
      // Words that another write of the burst may have too.
      const text = random.chance(0.3) ? { mark: `${random.below(4)}` } : { mark }
      const value = said({ speaker: any('source'), about, ...text })
      const object = objectLine({ type: 'claim', ...chosen(id), ...value, citations: [citation] })
      return done((writes) => writes.addObject({ ...write, object }), { type: 'claim', name: id })
    }
    case 'link':
    case 'restate': {
      const id = newId()
      const isOntoLink = what === 'link' && random.chance(0.2)
      const relation = what === 'restate' ? 'restates' : random.pick(relations)
      const to = isOntoLink ? { link } : { claim: any('claim') }
      const object = objectLine({
        type: 'link',
        ...chosen(id),
        relation: isOntoLink ? 'undercuts' : relation,
        from: claim,
        to,
        citations: [citation],
      })
      return done((writes) => writes.addObject({ ...write, object }), { type: 'link', name: id })
    }
    case 'cite': {
      const cited = newCitation.parse(citation)
      return done((writes) => writes.addCitation({ ...write, of: { claim }, citation: cited }))
    }
    case 'amend claim': {
      const patch = random.pick([
        { text: `Other words ${mark}` },
        { assertedAt: '2025-12-05' },
        { about: [any('source')] },
        { texts: [{ lang: 'ko', text: `번역 ${mark}`, by: 'human' }] },
      ])
      return done((writes) =>
        writes.amendObject({ ...write, type: 'claim', id: claim, versions, patch }),
      )
    }
    case 'amend link': {
      const patch = random.pick([{ note: `Note ${mark}` }, { aspect: 'scope' }])
      return done((writes) =>
        writes.amendObject({ ...write, type: 'link', id: link, versions, patch }),
      )
    }
    case 'withdraw':
      return end('claim', claim, { type: 'withdrawal', claim, at: '2026-01-01', citation })
    case 'end':
      return end('link', link, { type: 'end', link, at: '2026-01-01' })
    case 'void':
      return random.chance(0.5)
        ? end('claim', claim, { type: 'void', claim })
        : end('link', link, { type: 'void', link })
    case 'source': {
      // Names that make the same slug, or are likely duplicates.
      const name = `Source number ${random.below(5)}`
      const id = newId()
      const object = objectLine({ type: 'source', ...chosen(id), kind: 'company', name })
      const confirm = random.chance(0.7) ? (['new'] as const) : undefined
      return done((writes) => writes.addObject({ ...write, object, confirm }), {
        type: 'source',
        name: id,
      })
    }
  }
  return what satisfies never
}

/** Only administrators choose ids. */
function chosenBy({ role }: Actor, id: string) {
  return role === 'admin' ? { id } : {}
}

function said({ speaker, about, mark }: Readonly<Record<string, unknown>>) {
  const words = { text: `It is not so (${String(mark)}).`, lang: 'en', assertedAt: '2025-12-04' }
  return { kind: 'fact', speaker, about, ...words }
}
