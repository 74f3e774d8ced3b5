import { z } from 'zod'
import type { FieldFault } from '../../domain/errors.ts'
import { badCursor, badQuery } from '../../queries/bad-query.ts'
import { isWrite, type Contract } from '../contract/contract.ts'
import { parse, pointerTo } from '../../formats/faults.ts'
import { displayLanguages } from '../../domain/display-language.ts'
import { pageOf, type Page } from '../contract/list-page.ts'
import { takesSeveral, wholeNumber } from '../../queries/values.ts'

const pageParameters = {
  limit: wholeNumber(1, 200)
    .default(50)
    .meta({ description: 'The maximum number of items on a page.', default: 50 }),
  cursor: z
    .string()
    .optional()
    .meta({ description: 'The `next` of the previous page; send the same filters with it.' }),
}

/** On every write: see `isPreviewAsked`. */
const previewParameter = {
  preview: z.enum(['true', 'false']).optional().meta({
    description:
      'With `true`, nothing is stored: the answer (200) is that of the write, with `"preview": true` and the sentences that it would change. The actual write may get other ids and numbers.',
  }),
}

const lang = z.enum(displayLanguages).optional()

const languageParameter = {
  lang: lang.meta({
    description:
      'The display language of names, sentences and reader labels; by default, Accept-Language decides.',
  }),
}

/**
 * Accepted everywhere, so that a client can send it with every request without knowing which
 * answers contain words.
 */
const idleLanguageParameter = {
  lang: lang.meta({
    description: 'Accepted for consistency; nothing in this answer is in a display language.',
  }),
}

type OwnParameters = Pick<Contract, 'query' | 'page' | 'localized' | 'forAnyone'> &
  Partial<Pick<Contract, 'method' | 'scope'>>

/** All parameters of a contract: its own, those that its flags add, and `lang`. */
export function parametersOf(contract: OwnParameters): z.ZodObject {
  const { query, page, localized, forAnyone } = contract
  return z.strictObject({
    ...query?.shape,
    ...(isWrite(contract) && previewParameter),
    ...(page && pageParameters),
    ...(!forAnyone && idleLanguageParameter),
    ...(localized && languageParameter),
  })
}

/** @throws {DomainError} `bad-query`, naming every bad parameter */
export function readQuery(search: string, parameters: z.ZodObject): Record<string, unknown> {
  const { sent, faults } = split(search, parameters)
  const parsed = parse(parameters, sent)
  const all = [...faults, ...(parsed.faults ?? [])]
  if (all.length > 0 || parsed.faults) throw badQuery(all)
  return parsed.value
}

/** The parameters that a contract itself declares, by which a list selects its items. */
export function ownOf(
  { query: declared }: Pick<Contract, 'query'>,
  query: Record<string, unknown>,
  without: readonly string[] = [],
): Record<string, unknown> {
  const own = Object.entries(query).filter(([name]) => {
    return Object.hasOwn(declared?.shape ?? {}, name) && !without.includes(name)
  })
  return Object.fromEntries(own)
}

const pageAsked = z.object({ limit: z.number(), cursor: z.string().optional() })

/**
 * The page that `limit` and `cursor` ask for.
 *
 * @param list what distinguishes this list from others
 * @throws {DomainError} `bad-query` for a cursor of another list
 */
export function readPage<P>(
  position: z.ZodType<P>,
  query: Record<string, unknown>,
  list: readonly unknown[],
): Page<P> {
  const page = pageOf(position, list, pageAsked.parse(query))
  if (!page) throw badCursor()
  return page
}

/**
 * Splits a query without repairing anything in it; parameters that take several values become
 * lists.
 */
function split(search: string, { shape }: z.ZodObject) {
  const sent: Record<string, string | string[]> = {}
  const faults: FieldFault[] = []
  for (const pair of search.slice(1).split('&')) {
    if (pair === '') continue
    const [encodedName = '', ...rest] = pair.split('=')
    const name = decode(encodedName)
    const value = decode(rest.join('='))
    const pointer = pointerTo([name ?? encodedName])
    const known = name !== undefined && Object.hasOwn(shape, name) ? name : undefined
    const before = known === undefined ? undefined : sent[known]
    if (known === undefined)
      faults.push({ pointer, code: 'unknown-parameter', message: unknownAmong(Object.keys(shape)) })
    else if (value === undefined)
      faults.push({ pointer, code: 'bad-encoding', message: 'Its percent-encoding is broken.' })
    else if (Array.isArray(before)) before.push(value)
    else if (takesSeveral(shape[known])) sent[known] = [value]
    else if (before !== undefined)
      faults.push({ pointer, code: 'repeated', message: 'It takes one value; send it once.' })
    else sent[known] = value
  }
  return { sent, faults }
}

function unknownAmong(known: readonly string[]): string {
  const names = known.length === 0 ? 'none' : known.join(', ')
  return `There is no such parameter; this address accepts ${names}.`
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

/**
 * Whether a request asks to see what a write would do. The scope is checked before the query as a
 * whole is, so a value that is neither true nor false counts here, and is refused there.
 */
export function isPreviewAsked(contract: Contract, search: string): boolean {
  const values = new URLSearchParams(search).getAll('preview')
  return isWrite(contract) && values.length > 0 && values.join() !== 'false'
}
