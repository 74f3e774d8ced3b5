import type { RememberedStatus } from '../../domain/badges.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import { enumerate } from '../../domain/enumerate.ts'
import { nameOrRemoved } from '../../domain/redaction.ts'
import type { Status } from '../../domain/status.ts'
import { nameInline } from '../quotation.ts'
import type { StandingCase } from '../table/standings.ts'
import { besideWords } from './beside-words.ts'
import { namesInLabel } from './in-label.ts'
import { partlyAdmittedWord } from './partly-admitted.ts'

interface Named {
  readonly id: string
  /** null if it was removed. */
  readonly name: string | null
}

/** What badges are read from. */
export interface Badged {
  readonly status: Status | null
  readonly standing: { readonly case: StandingCase }
  readonly speaker: Named | null
  readonly about: readonly Named[]
  readonly badges: {
    readonly admittedBySubject: boolean
    readonly partlyAdmitted: { readonly by: readonly Named[]; readonly of: number } | null
    readonly setAside: readonly { readonly bodies: readonly Named[] }[]
    readonly earlierVersion: {
      readonly claim: string
      readonly status: RememberedStatus
      readonly by: readonly Named[]
    } | null
  }
}

/** Something that a status must not be read without. */
export interface Beside {
  readonly badge: 'admittedBySubject' | 'partlyAdmitted' | 'setAside' | 'earlierVersion'
  readonly text: string
  /** The claim that it leads to. */
  readonly claim?: string
}

/** The badges that name parties, in words, for every place that shows a status with its reasons. */
export function besideStanding(
  { status, standing, speaker, about, badges }: Badged,
  lang: DisplayLanguage,
): readonly Beside[] {
  const words = besideWords[lang]
  const namesOf = (sources: readonly Named[]) =>
    sources.map(({ name }) => nameInline(nameOrRemoved(name, lang), lang))
  const { admittedBySubject, partlyAdmitted: partly, setAside, earlierVersion: earlier } = badges
  const found: Beside[] = []
  if (partly && standing.case !== 'partly_admitted')
    found.push({
      badge: 'partlyAdmitted',
      text: partlyAdmittedWord(namesOf(partly.by), partly.of, lang),
    })
  if (admittedBySubject && status !== null && status !== 'admitted') {
    const subjects = about.filter(({ id }) => id !== speaker?.id)
    const names = namesInLabel(namesOf(subjects), lang)
    found.push({ badge: 'admittedBySubject', text: words.admitted(names) })
  }
  if (setAside.length > 0) {
    const bodies = new Map(setAside.flatMap((each) => each.bodies).map((body) => [body.id, body]))
    const names = enumerate(namesOf([...bodies.values()]), lang)
    found.push({ badge: 'setAside', text: words.setAside(names) })
  }
  if (earlier) {
    const names = earlier.by.length > 0 ? enumerate(namesOf(earlier.by), lang) : undefined
    const text = words.earlierVersion[earlier.status](names)
    found.push({ badge: 'earlierVersion', text, claim: earlier.claim })
  }
  return found
}
