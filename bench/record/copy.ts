import { randomBytes } from 'node:crypto'
import { pageAddress } from '../../src/domain/page-address.ts'
import { listAt, wordAt } from '../../src/domain/words.ts'
import { canonicalJson, saltedHash } from '../../src/formats/event.ts'
import { sourceToken } from '../../src/domain/search/source-token.ts'
import { searchForm } from '../../src/store/search-form.ts'
import { aliasTerms, facetsOf, pageHash, statementHex } from '../../src/store/search-index.ts'
import { tokenVector } from '../../src/store/token-vector.ts'
import { nodesOf } from './node-ids.ts'
import { shiftOf, type Place, type Shift } from './shift.ts'
import { cellsOf, type Cell, type Column, type Table, type Template } from './template.ts'
import { inCopy } from './words.ts'

type Row = readonly Cell[]

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const uuidLength = 36
/** Refs that belong to no key have this owner (db/migrations/0029-namespaces-belong-to-keys.sql). */
const nobody = '00000000-0000-0000-0000-000000000000'
const madeLater = new Set(['name_search', 'source_key', 'claim_facets', 'facet', 'facet_totals'])
const worldStarts = new Set(['asserted_start', 'published_start', 'from_start', 'until_start'])
/** In an event: times of the record, and dates of the world, which are days. */
const recordTime = /(?<="at":")[^"]{24}(?=","facts")/
const worldDates =
  /(?<="(?:assertedAt|publishedAt|accessedAt|at|from|to)":")\d{4}(?:-\d\d(?:-\d\d)?)?(?=")/g

/**
 * The rows that the service would have written for the template's bundle with other words, after
 * everything before this copy. What depends on ids and words is recomputed with the functions of
 * the service.
 */
export class Copy {
  readonly #template: Template
  readonly #place: Place
  readonly #shift: Shift
  readonly #shared: ReadonlySet<string>
  /** Maps ids of the template to ids of this copy. */
  readonly #renamed: Map<string, string>
  /** The words of each event, by field, and their salted hashes. */
  readonly #words = new Map<number, Record<string, string>>()
  /** Whom the versions of claims are about. */
  readonly #about: ReadonlyMap<string, readonly string[]>
  readonly #hashes = new Map<number, Record<string, string>>()

  constructor(template: Template, place: Place) {
    this.#template = template
    this.#place = place
    this.#shift = shiftOf(place)
    this.#about = aboutIn(template)
    const first = shiftOf({ ...place, copy: 0 })
    const shared = tableOf(template, 'event').flatMap((event) =>
      seqIn(event, 'seq') <= template.sharedSeq ? [event.get('object') ?? ''] : [],
    )
    this.#shared = new Set(shared)
    this.#renamed = new Map([[nobody, nobody], ...shared.map((id) => [id, first.id(id)] as const)])
    this.#nameNodes()
  }

  /** Every table with its rows; words come before what is derived from them. */
  *tables(): Generator<{ table: Table; rows: Row[] }> {
    const { tables } = this.#template
    const words = tables.get('words')
    if (words) yield { table: words, rows: this.#wordRows(words) }
    for (const table of tables.values())
      if (table !== words) yield { table, rows: this.#rowsOf(table) }
  }

  #rowsOf(table: Table): Row[] {
    if (table.name === 'source_alias') return this.#derivedRows(table, 'source_id', aliasesIn)
    if (table.name === 'report_page') return this.#derivedRows(table, 'report_id', pagesIn)
    if (table.name === 'claim_search') return this.#searchRows()
    if (madeLater.has(table.name)) return []
    return table.rows.flatMap((row) => {
      if (this.#isShared(table, row)) return []
      return [table.columns.map((column, index) => this.#cell(table, column, row[index] ?? null))]
    })
  }

  #cell(table: Table, { name, type }: Column, cell: Cell): Cell {
    if (cell === null) return null
    if (table.name === 'event' && name === 'body') return this.#eventBody(cell)
    if (table.name === 'bundle_ref' && name === 'namespace') return inCopy(cell, this.#place.copy)
    switch (type) {
      case 'uuid':
      case '_uuid':
      case 'jsonb':
        return this.#ids(cell)
      case 'int8':
        return String(this.#shift.seq(Number(cell)))
      case 'world_date':
        return this.#shift.date(cell)
      case 'timestamptz':
        return worldStarts.has(name) ? this.#shift.date(cell) : this.#shift.time(cell)
      case 'slug':
        return inCopy(cell, this.#place.copy)
      default:
        return cell
    }
  }

  #wordRows(table: Table): Row[] {
    return table.rows.flatMap((row) => {
      const cells = cellsOf(table, row)
      const templateSeq = seqIn(cells, 'seq')
      if (this.#isEarlier(templateSeq)) return []
      const field = cells.get('field') ?? ''
      const body = inCopy(cells.get('body') ?? '', this.#place.copy)
      const salt = randomBytes(16)
      const of = (map: Map<number, Record<string, string>>) => {
        const found = map.get(templateSeq) ?? {}
        map.set(templateSeq, found)
        return found
      }
      of(this.#words)[field] = body
      of(this.#hashes)[field] = saltedHash(salt, body)
      const seq = String(this.#shift.seq(templateSeq))
      const made = new Map([
        ['seq', seq],
        ['field', field],
        ['salt', `\\x${salt.toString('hex')}`],
        ['body', body],
      ])
      return [table.columns.map(({ name }) => made.get(name) ?? null)]
    })
  }

  /** Only what differs is rewritten: in canonical form, keys have a known order. */
  #eventBody(body: string): string {
    const tail = body.lastIndexOf(',"seq":')
    const seq = Number.parseInt(body.slice(tail + ',"seq":'.length), 10)
    const said = this.#ids(body.slice(0, tail))
      .replace(recordTime, (time) => this.#shift.time(time))
      .replaceAll(worldDates, (date) => this.#shift.date(date))
    return `${said},"seq":${this.#shift.seq(seq)},"texts":${canonicalJson(this.#hashes.get(seq) ?? {})}}`
  }

  /** What is derived from the words of an event, such as search rows. */
  #derivedRows(
    table: Table,
    object: string,
    found: (words: Record<string, string>) => string[],
  ): Row[] {
    const made = new Map(
      table.rows.map((row) => {
        const cells = cellsOf(table, row)
        return [`${cells.get('seq')} ${cells.get(object)}`, cells]
      }),
    )
    return [...made.values()].flatMap((cells) => {
      const seq = seqIn(cells, 'seq')
      if (this.#isEarlier(seq)) return []
      return found(this.#words.get(seq) ?? {}).map((value) =>
        table.columns.map(({ name }) => {
          if (name === 'seq') return String(this.#shift.seq(seq))
          if (name === 'form') return String(searchForm)
          return name === object ? this.#ids(cells.get(object) ?? '') : value
        }),
      )
    })
  }

  #searchRows(): Row[] {
    return tableOf(this.#template, 'claim').map((claim) => {
      const words = this.#words.get(seqIn(claim, 'content_seq')) ?? {}
      const texts = [wordAt(words, '/text'), ...listAt(words, '/texts', '/text')]
      const asserted = claim.get('asserted_at') ?? null
      const assertedAt = asserted === null ? null : this.#shift.date(asserted)
      const hex = statementHex({ text: texts[0] ?? '', assertedAt })
      const [kind, lang] = [claim.get('kind') ?? '', claim.get('lang') ?? '']
      const speaker = this.#ids(claim.get('speaker_id') ?? '') || null
      const about = this.#about.get(`${claim.get('id')} ${claim.get('content_seq')}`) ?? []
      const sources = [...(speaker === null ? [] : [speaker]), ...about.map((id) => this.#ids(id))]
      const tokens = tokenVector(texts, sources.map(sourceToken))
      const own = [this.#ids(claim.get('id') ?? ''), tokens, hex && `\\x${hex}`]
      return [...own, facetsOf({ kind, lang, speaker }), String(searchForm)]
    })
  }

  /** The ids of nodes are derived from what they represent. */
  #nameNodes(): void {
    for (const name of ['node', 'node_was'])
      for (const node of tableOf(this.#template, name)) {
        const [id, owner] = [node.get('id') ?? '', node.get('owner') ?? '']
        const named = nodesOf(owner).get(id)
        if (named) this.#renamed.set(id, named(this.#ids(owner)))
      }
  }

  #ids(text: string): string {
    return text.length === uuidLength
      ? this.#id(text)
      : text.replaceAll(uuids, (uuid) => this.#id(uuid))
  }

  #id(uuid: string): string {
    const known = this.#renamed.get(uuid)
    if (known !== undefined) return known
    const renamed = this.#shift.id(uuid)
    this.#renamed.set(uuid, renamed)
    return renamed
  }

  #isShared({ name, columns }: Table, row: Row): boolean {
    if (this.#place.copy === 0) return false
    const cell = (column: string) => row[columns.findIndex((each) => each.name === column)] ?? null
    if (name === 'outbox') return this.#isEarlier(Number(cell('last_seq')))
    if (name === 'event') return this.#isEarlier(Number(cell('seq')))
    const id = cell(name === 'bundle_ref' ? 'object' : 'id')
    return id !== null && this.#shared.has(id)
  }

  /** Whether the first copy already has it. */
  #isEarlier(templateSeq: number): boolean {
    return this.#place.copy > 0 && templateSeq <= this.#place.sharedSeq
  }
}

/** By the id of the claim and the event that set its content. */
function aboutIn(template: Template): ReadonlyMap<string, readonly string[]> {
  const rows = tableOf(template, 'claim_about').map((row) => ({
    version: `${row.get('claim_id')} ${row.get('seq')}`,
    source: row.get('source_id') ?? '',
  }))
  const byVersion = Map.groupBy(rows, ({ version }) => version)
  return new Map(
    [...byVersion].map(([version, each]) => [version, each.map(({ source }) => source)]),
  )
}

function aliasesIn(words: Record<string, string>): string[] {
  const names = Object.entries(words).filter(([field]) =>
    /^\/(?:name$|names\/|aliases\/)/.test(field),
  )
  return aliasTerms(names.map(([, name]) => name))
}

function pagesIn(words: Record<string, string>): string[] {
  const urls = ['/url', '/archiveUrl'].flatMap((field) => words[field] ?? [])
  return [...new Set(urls.map(pageAddress))].map((page) => `\\x${pageHash(page).toString('hex')}`)
}

function tableOf({ tables }: Template, name: string): ReadonlyMap<string, Cell>[] {
  const table = tables.get(name)
  return table ? table.rows.map((row) => cellsOf(table, row)) : []
}

function seqIn(cells: ReadonlyMap<string, Cell>, column: string): number {
  return Number(cells.get(column))
}
