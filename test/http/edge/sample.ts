import { z } from 'zod'
import type { Actor } from '../../../src/domain/actor.ts'
import { DomainError } from '../../../src/domain/errors.ts'
import { id } from '../../../src/domain/references.ts'
import { text } from '../../../src/domain/text.ts'
import { jsonBody, mergePatchBody } from '../../../src/http/contract/body-format.ts'
import { edgeKnowledge, mountAbout } from '../../../src/edges/mount.ts'
import { createHttp } from '../../../src/http/create-http.ts'
import type { HttpDeps } from '../../../src/http/contract/deps.ts'
import type { Http } from '../../../src/http/contract/env.ts'
import { leftExamples } from '../../../src/http/openapi/left-examples.ts'
import { listOf } from '../../../src/http/contract/list-page.ts'
import { listed, wholeNumber } from '../../../src/queries/values.ts'
import { route } from '../../../src/http/route.ts'

/** A small noun of the tests' own: notes on a board, some of them hidden from the public. */
const colours = ['red', 'green'] as const

const note = z
  .object({ id, version: z.int(), colour: z.enum(colours), words: z.string() })
  .meta({ id: 'Note' })
type Note = z.output<typeof note>

const newNote = z
  .strictObject({ colour: z.enum(colours).default('red'), words: text(200) })
  .meta({ id: 'NewNote' })

const changedNote = z.strictObject({ words: text(200).optional() }).meta({ id: 'ChangedNote' })

const written = z.object({ object: note, keySeen: z.string() })

const keys: Record<string, Actor> = {
  'editor-key': { role: 'edit', id: 'e' },
  'contributor-key': { role: 'contribute', id: 'c' },
}

export const noteId = '019ac1f2-6d0e-7b3a-8c55-2f1e9a7b4c10'
export const hiddenId = '019ac1f2-6d0e-7b3a-8c55-2f1e9a7b4c11'
export const absentId = '019ac1f2-6d0e-7b3a-8c55-2f1e9a7b4c12'

/** The edge with three routes of each kind, and a board that remembers what reached the handlers. */
export function sampleHttp(deps: Partial<HttpDeps> = {}): { http: Http; board: Note[] } {
  const whole: HttpDeps = {
    edges: edgeKnowledge,
    publicUrl: new URL('https://counterpoint.example'),
    log: { debug() {}, info() {}, error() {} },
    readFrom: () => Promise.reject(new Error('The board is no record.')),
    whoIs: async ({ key }) => keys[key],
    isReady: async () => true,
    checksAnswers: true,
    ...deps,
  }
  const http = createHttp(whole)
  mountAbout(http, whole)
  const board: Note[] = [
    { id: noteId, version: 3, colour: 'red', words: 'Seen by all.' },
    { id: hiddenId, version: 1, colour: 'green', words: 'Seen by editors.' },
  ]
  noteRoutes(http, board)
  refusalRoute(http)
  return { http, board }
}

function noteRoutes(http: Http, board: Note[]): void {
  const isVisible = async (wanted: string, actor: Actor | undefined) =>
    visible(wanted, actor) !== undefined
  const visible = (wanted: string, actor: Actor | undefined) =>
    board.find((note) => note.id === wanted && (note.id !== hiddenId || actor?.role === 'edit'))
  const found = (wanted: string, actor: Actor | undefined) => {
    const note = visible(wanted, actor)
    if (!note) throw new DomainError('not-found', `There is no note ${wanted}.`)
    return note
  }

  route(http, {
    method: 'get',
    path: '/v1/notes',
    operationId: 'listNotes',
    tag: 'claims',
    summary: 'Notes',
    description: 'The notes on the board, in the order of their ids.',
    query: z.object({ colour: listed(z.enum(colours)).optional() }),
    page: z.object({ id }),
    answers: { 200: { description: 'A page of notes.', schema: listOf(note) } },
  }).handle(({ query: { colour }, page }) => {
    const rows = board
      .filter((note) => !colour || colour.includes(note.colour))
      .filter((note) => !page.after || note.id > page.after.id)
    const body = page.close(
      rows.slice(0, page.limit + 1),
      ({ id }) => ({ id }),
      (row) => row,
    )
    return { status: 200, body }
  })

  route(http, {
    method: 'get',
    path: '/v1/notes/{id}',
    operationId: 'getNote',
    tag: 'claims',
    summary: 'A note',
    description: 'One note by its id.',
    params: z.object({ id }),
    isVisible,
    localized: true,
    answers: { 200: { description: 'The note.', schema: note } },
  }).handle(({ params, actor }) => {
    const body = found(params.id, actor)
    return { status: 200, body, revision: { version: body.version, seq: 118 } }
  })

  route(http, {
    method: 'post',
    path: '/v1/notes',
    operationId: 'addNote',
    tag: 'claims',
    summary: 'Add a note',
    description: 'Puts a note on the board.',
    scope: 'edit',
    body: jsonBody(newNote),
    answers: { 201: { description: 'The note that was added.', schema: written } },
    problems: ['conflict'],
  }).handle(({ body, idempotency }) => {
    if (body.words === 'crash') throw new Error('select secret from note')
    if (body.words === 'crash by zod') z.string().parse(5)
    const undeclared = body.words === 'too much' ? { secret: 'x' } : {}
    const object: Note = { id: absentId, version: 1, ...body }
    board.push(object)
    return {
      status: 201,
      body: { object, keySeen: idempotency?.key ?? 'none', ...undeclared },
      revision: { version: 1, seq: 119 },
      location: `/v1/notes/${object.id}`,
    }
  })

  route(http, {
    method: 'patch',
    path: '/v1/notes/{id}',
    operationId: 'changeNote',
    tag: 'claims',
    summary: 'Change a note',
    description: 'Amends the words of a note.',
    scope: 'edit',
    params: z.object({ id }),
    isVisible,
    body: mergePatchBody(changedNote),
    ifMatch: true,
    answers: { 200: { description: 'The note as it is now.', schema: note } },
    problems: ['conflict'],
  }).handle(({ params, actor, body, versions }) => {
    const old = found(params.id, actor)
    if (!versions.includes(old.version))
      throw new DomainError('precondition-failed', 'The note has changed.')
    if (body.words === old.words) throw new DomainError('conflict', 'It says so already.')
    const changed = { ...old, version: old.version + 1, words: body.words ?? old.words }
    board[board.indexOf(old)] = changed
    return { status: 200, body: changed, revision: { version: changed.version, seq: 120 } }
  })

  route(http, {
    method: 'post',
    path: '/v1/search',
    operationId: 'searchNotes',
    tag: 'lookup',
    summary: 'Search notes',
    description: 'Notes that hold some words, which stay out of addresses.',
    body: jsonBody(z.strictObject({ words: text(200) })),
    answers: { 200: { description: 'Notes.', schema: z.object({ items: z.array(note) }) } },
  }).handle(({ body, actor }) => {
    const items = board.filter(({ id, words }) => visible(id, actor) && words.includes(body.words))
    return { status: 200, body: { items } }
  })

  route(http, {
    method: 'get',
    path: '/v1/export',
    operationId: 'exportNotes',
    tag: 'record',
    summary: 'Export notes',
    description: 'Every note that the public sees, one a line.',
    query: z.object({ breakAfter: wholeNumber(0, 9).optional() }),
    answers: { 200: { description: 'The notes.', mediaType: 'application/x-ndjson' } },
  }).handle(({ query: { breakAfter } }) => {
    const lines = board.filter(({ id }) => id !== hiddenId).map((note) => JSON.stringify(note))
    return { status: 200, stream: ReadableStream.from(encoded(lines, breakAfter)) }
  })
}

const refusals = {
  unavailable: new DomainError('unavailable', 'Away.', [], { retryAfterSeconds: 7 }),
  'too-many-requests': new DomainError('too-many-requests', 'Slower.'),
  gone: new DomainError('gone', 'Erased.', [], { facts: leftExamples.gone }),
}

function refusalRoute(http: Http): void {
  route(http, {
    method: 'get',
    path: '/v1/refusals/{kind}',
    operationId: 'getRefused',
    tag: 'service',
    summary: 'A refusal',
    description: 'Refuses in the way that is asked for.',
    params: z.object({ kind: z.enum(['unavailable', 'too-many-requests', 'gone']) }),
    answers: { 200: { description: 'Never.', schema: z.object({}) } },
    problems: ['gone'],
  }).handle(({ params }) => {
    throw refusals[params.kind]
  })
}

async function* encoded(lines: readonly string[], breakAfter = Number.POSITIVE_INFINITY) {
  for (const [index, line] of lines.entries()) {
    if (index >= breakAfter) throw new Error('select secret from note')
    yield new TextEncoder().encode(`${line}\n`)
  }
}
