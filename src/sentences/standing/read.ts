import type { DisplayLanguage } from '../../domain/display-language.ts'
import { pointsInLabel } from '../answered-points.ts'
import { aspectWords } from '../aspect-words.ts'
import { longDate, shortDate } from '../date-words.ts'
import { nameOf as nameInEnglish } from '../english-phrases.ts'
import type { Speakers } from '../told/speakers.ts'
import { nameOf as nameInKorean } from '../korean-phrases.ts'
import { caseOf } from './case-of.ts'
import { isSomebody, nobody, type StandingFacts } from './facts.ts'
import { fill } from './fill.ts'
import { namesInLabel, pointsMax } from './in-label.ts'
import { someOf } from './partly-admitted.ts'
import { standIns, standings, type StandingCase } from '../table/standings.ts'

/** Where a claim stands, as readers are told. */
export interface ReadStanding {
  readonly case: StandingCase
  /** In a few words. */
  readonly label: string
  /** What goes before the claim's words where nothing else is shown; null if nothing must. */
  readonly prefix: string | null
}

/** Reads the standing of a claim from the table. */
export function readStanding(facts: StandingFacts, lang: DisplayLanguage): ReadStanding {
  const found = caseOf(facts)
  const { word, prefix } = standings[found]
  const { by, of } = whoIn(facts, found)
  const values = valuesOf(facts, someBy(by, of, lang), lang)
  const isMany = by.named.length + by.more > 1
  return {
    case: found,
    label: capitalised(fill(word[lang], values, isMany)),
    prefix: prefix === null ? null : capitalised(fill(prefix[lang], values, isMany)),
  }
}

/** The standing of what was entered wrongly. */
export function voidedStanding(lang: DisplayLanguage): ReadStanding {
  const { word, prefix } = standings.voided
  return { case: 'voided', label: word[lang], prefix: prefix?.[lang] ?? null }
}

const name = { en: nameInEnglish, ko: nameInKorean }

function valuesOf(facts: StandingFacts, by: string, lang: DisplayLanguage) {
  const { speaker, answer, partly, asked, endedAt } = facts
  const count = partly ? countOf(partly.by) : 0
  return {
    by,
    speaker: namesInLabel([name[lang](speaker)], lang),
    on: answer?.aspect ? aspectWords[lang][answer.aspect] : '',
    point: pointIn(answer, lang),
    at: asked ? longDate(asked.at, lang) : '',
    day: endedAt === null ? '' : shortDate(endedAt, lang),
    of: String(partly?.of ?? ''),
    some: partly ? someOf(count, partly.of) : '',
  }
}

function countOf({ named, more }: Speakers): number {
  return named.length + more
}

/** Names, and of how many whom a claim is about they are some. */
function someBy(by: Speakers, of: number | undefined, lang: DisplayLanguage): string {
  if (!isSomebody(by)) return standIns.by[lang]
  const said = namesInLabel(by.named.map(name[lang]), lang, by.more)
  if (of === undefined || of <= countOf(by)) return said
  return lang === 'ko'
    ? `대상 ${of}곳 중 ${said}`
    : `${said}, ${someOf(countOf(by), of)} it is about,`
}

function pointIn(answer: StandingFacts['answer'], lang: DisplayLanguage): string {
  if (answer === null) return ''
  if (answer.aspect !== null) return aspectWords[lang][answer.aspect]
  if (answer.unsaid === 'some') return standIns.somePoint[lang]
  return answer.points.length > 0
    ? pointsInLabel(answer.points, lang, pointsMax)
    : standIns.point[lang]
}

interface Who {
  readonly by: Speakers
  /** Of how many whom the claim is about these are some, where the label does not say so itself. */
  readonly of?: number | undefined
}

/** Whom a row of the table names. */
function whoIn(facts: StandingFacts, found: StandingCase): Who {
  switch (found) {
    case 'denied':
    case 'answered_elsewhere':
    case 'answered_partly':
    case 'answered_among_others':
    case 'answered_partly_among_others':
    case 'contested':
    case 'neither':
    case 'confirms':
    case 'confirms_unsaid':
      return facts.answer ?? { by: nobody }
    case 'confirmation_retracted':
      return facts.retracted
    case 'ruling_contested':
      return { by: facts.contestedBy }
    case 'ruling_lapsed':
      return { by: facts.setAsideBy }
    case 'context_added':
    case 'said_so':
    case 'answered_besides':
    case 'confirmed_nor_denied':
    case 'no_comment':
      return { by: facts.context.by }
    case 'context_contested':
      return { by: facts.contestedContext }
    case 'answer_taken_back':
      return { by: facts.takenBack }
    case 'partly_admitted':
      return { by: facts.partly?.by ?? nobody }
    case 'asked':
      return { by: facts.asked?.by ?? nobody }
    case 'admitted':
    case 'answered':
    case 'basis_lost':
    case 'corrected':
    case 'countered':
    case 'countered_elsewhere':
    case 'disputed':
    case 'rated':
    case 'ruled_against':
    case 'ruled_elsewhere':
    case 'ruled_for':
    case 'ruling_unanswered':
    case 'set_aside':
    case 'unanswered':
    case 'voided':
    case 'withdrawn':
    default:
      return { by: facts.by }
  }
}

/** Our own words at the beginning; names keep their first letter. */
function capitalised(words: string): string {
  return words.replace(
    /^(?:a source whose|a speaker who|the party it)/,
    (ours) => ours.charAt(0).toUpperCase() + ours.slice(1),
  )
}
