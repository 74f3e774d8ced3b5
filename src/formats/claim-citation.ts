import { plugins, type CSL } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import type { DisplayLanguage, Phrase } from '../domain/display-language.ts'
import { z } from 'zod'
import { longDate } from '../sentences/date-words.ts'
import { quotation } from '../sentences/quotation.ts'

/** The plugin of RIS has no types. */
declare module '@citation-js/core' {
  namespace plugins {
    namespace output {
      interface Formats {
        ris: (options: { format: 'object' }) => unknown
      }
    }
  }
}

/** What of a claim is cited: its page as it stood at a moment, which does not change. */
export interface CitedPage {
  readonly id: string
  readonly title: string
  /** The day on which it was asserted, as far as the record has it. */
  readonly assertedAt: string | null
  /** Who translated the words of the title from which language; undefined if they are the speaker's. */
  readonly translation: string | undefined
  readonly statusLabel: string
  /** The page as of the moment. */
  readonly address: string
  readonly asOf: Date
  readonly language: DisplayLanguage
}

const name = 'Counterpoint'

/** The formats of programs that keep references, by the extension of their address. */
export const citationFormats = {
  '.bib': { name: 'BibTeX', type: 'application/x-bibtex; charset=utf-8', format: bibtex },
  '.ris': {
    name: 'RIS',
    type: 'application/x-research-info-systems; charset=utf-8',
    format: ris,
  },
  '.csl.json': {
    name: 'CSL-JSON',
    type: 'application/vnd.citationstyles.csl+json',
    format: (item: CSL) => JSON.stringify([item]),
  },
} as const
export type CitationForm = keyof typeof citationFormats

export const citationForms = [
  '.bib',
  '.ris',
  '.csl.json',
] as const satisfies readonly CitationForm[]

export function isCitationForm(form: string): form is CitationForm {
  return Object.hasOwn(citationFormats, form)
}

/** In one of these formats. */
export function citationIn(form: CitationForm, page: CitedPage): string {
  return citationFormats[form].format(itemOf(page))
}

const asOfWords: Phrase = { en: 'As of', ko: '기준일' }

/** For a footnote. */
export function plainCitation(page: CitedPage): string {
  const { title, statusLabel, address, asOf, language } = page
  const day = longDate(dayOf(asOf), language)
  const about = aboutWords(page)
  const beside = about.length > 0 ? ` (${about.join('; ')})` : ''
  return `${name}. ${quotation(title, language)}${beside}. ${statusLabel}. ${asOfWords[language]} ${day}. ${address}`
}

/** When it was said, and that its words are translated. */
function aboutWords({ assertedAt, translation, language }: CitedPage): readonly string[] {
  return [
    ...(assertedAt === null ? [] : [longDate(assertedAt, language)]),
    ...(translation === undefined ? [] : [translation]),
  ]
}

function itemOf(page: CitedPage): CSL {
  const { id, title, statusLabel, address, asOf, language } = page
  const [year = 0, month = 0, day = 0] = dayOf(asOf).split('-').map(Number)
  const date = { 'date-parts': [[year, month, day]] as [[number, number, number]] }
  return {
    id: `counterpoint-${id}`,
    type: 'webpage',
    title,
    author: [{ literal: name }],
    'container-title': name,
    note: [statusLabel, ...aboutWords(page)].join('. '),
    issued: date,
    accessed: date,
    URL: address,
    language,
  }
}

/** The letters of every script stay as they are; without that, Korean would be left out. */
function bibtex(item: CSL): string {
  plugins.config.get('@bibtex').format.asciiOnly = false
  return String(plugins.output.format('bibtex', [item]))
}

const RisEntries = z.array(
  z.record(z.string(), z.union([z.coerce.string(), z.array(z.coerce.string())])),
)

/** The library would break lines within words and addresses, so it only names the fields. */
function ris(item: CSL): string {
  const entries = RisEntries.parse(plugins.output.format('ris', [item], { format: 'object' }))
  return entries
    .flatMap(({ TY: type = 'ELEC', ...fields }) => [
      risLine('TY', type),
      ...Object.entries(fields).flatMap(([tag, values]) =>
        [values].flat().map((value) => risLine(tag, value)),
      ),
      risLine('ER', ''),
    ])
    .join('')
}

function risLine(tag: string, value: string | readonly string[]): string {
  return `${tag}  - ${String(value).replaceAll(/\s+/g, ' ')}\r\n`
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}
