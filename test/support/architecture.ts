/** A row of the layout: what it is, where it is, and what it never imports. */
interface Row {
  readonly folder: string
  /**
   * Its sub-folders, lowest first; `.` stands for the files directly in it. Absent if it has none.
   */
  readonly parts?: readonly string[]
  /** Modules by name, of packages and of Node. */
  readonly never: readonly RegExp[]
}

const sql = /^(?:kysely|pg|pg-boss)(?:\/|$)/
const http = /^(?:hono|@hono\/.*|node:http)(?:\/|$)/
const markup = /^hono\/(?:jsx|html)/
const process = /^node:(?:child_process|fs|net|http|process)/

/**
 * Lowest first. A file imports from its own folder, from lower folders of its row, and from lower
 * rows: never up, never sideways. docs/architecture.md says what each row is for.
 */
export const rows: readonly Row[] = [
  // Browsers run it, and it shares nothing with the service.
  { folder: 'browser', never: [/./] },
  {
    folder: 'domain',
    parts: ['.', 'search'],
    never: [sql, http, /^node:(?:child_process|fs|http)/],
  },
  { folder: 'config', never: [sql, http] },
  {
    folder: 'engine',
    parts: [
      'record',
      'reading',
      'graph',
      'change',
      'standing',
      'account',
      'rules',
      'figures',
      'origins',
      '.',
      'outlook',
    ],
    never: [sql, http, process, /^zod/],
  },
  {
    folder: 'sentences',
    parts: ['sounds', 'told', 'table', '.', 'figures', 'standing', 'outlook', 'changes'],
    never: [sql, http, process, /^zod/],
  },
  { folder: 'formats', never: [sql, http, process] },
  {
    folder: 'store',
    parts: ['database', 'embedded', 'replica', '.', 'facets', 'finds', 'past'],
    never: [http],
  },
  {
    folder: 'actions',
    parts: [
      'record/queue',
      'record/quoted',
      'record/consequence',
      'record',
      'record/suggestions',
      'bundle',
      'joint',
      '.',
    ],
    never: [http, /^pg(?:-boss)?$/],
  },
  {
    folder: 'views',
    parts: ['.', 'written', 'story-page', 'object-pages'],
    never: [sql, http, process],
  },
  {
    folder: 'drafts',
    parts: ['reading', 'matching', 'findings', '.'],
    never: [sql, http, markup, /^node:(?:child_process|fs|net|http)/],
  },
  { folder: 'writes', never: [sql, http] },
  { folder: 'queries', never: [sql, http, process] },
  { folder: 'jobs', never: [http] },
  {
    folder: 'http',
    parts: [
      'metrics',
      'problems',
      'bytes',
      'contract',
      'request',
      'coding',
      'openapi',
      'cache',
      'middleware',
      'socket',
      '.',
    ],
    never: [sql, markup],
  },
  { folder: 'html', parts: ['map', 'recorded', '.', 'page'], never: [sql, process] },
  {
    folder: 'edges',
    parts: [
      'api/shared',
      'api/routes',
      'api/reference',
      'api',
      'embed/height',
      'embed/pictures',
      'embed',
      'rules',
      'site/parts',
      'site/claim',
      'site/story',
      'site/objects',
      'site/about',
      'site',
      'site/claims',
      '.',
    ],
    never: [sql],
  },
  { folder: 'app', never: [sql] },
  { folder: 'cli', parts: ['terminal', 'bundle-file', 'drafts', '.'], never: [http] },
  { folder: 'main', never: [sql, http] },
]

export const linesMax = 250

/** About a dozen files can be read at a glance. */
export const filesMax = 25

/** Folders with more files, and why they are not divided. */
export const large: Readonly<Record<string, string>> = {
  'src/domain': 'flat, by noun and vocabulary: ls src/*/*claim* shows one noun through the house',
  'src/store': 'flat, by noun',
  'src/views': 'flat, by noun',
  'src/actions/bundle': 'the one way in which objects are entered, step by step',
}
