import { globSync, readFileSync } from 'node:fs'
import { check } from 'recheck'
import rewritePattern from 'regexpu-core'
import ts from 'typescript'
import { afterAll, expect, test, vi } from 'vitest'

/**
 * Anybody can send a text on which an expression takes quadratic time. 64 KiB are then enough to stop
 * a process for seconds. Only these are left out, which see nothing else than is said here.
 */
const leftOut: Readonly<Record<string, string>> = {
  'src/edges/embed/height/style-sheet.ts': 'the style of our cards',
  'src/edges/embed/height/style.ts': 'the style of our cards',
}

interface Expression {
  readonly source: string
  readonly flags: string
}

const files = globSync('src/**/*.{ts,tsx}').toSorted()

/** What is written in a file: its literals, and how often it constructs expressions. */
function writtenIn(file: string) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const literals: Expression[] = []
  let constructions = 0
  function look(node: ts.Node): void {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      literals.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
    }
    const isMade = ts.isNewExpression(node) || ts.isCallExpression(node)
    if (isMade && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp')
      constructions += 1
    ts.forEachChild(node, look)
  }
  look(source)
  return { literals, constructions }
}

/** A linear expression reads a million characters in less. */
const slowMicroseconds = 100_000

/** Why an expression is not linear. The checker knows no sets of characters (the flag `v`). */
async function faultOf({ source, flags }: Expression): Promise<string | undefined> {
  if (!/[+*]|\{\d+,/.test(source)) return undefined
  const options = { unicodeSetsFlag: 'transform', unicodePropertyEscapes: 'transform' } as const
  const plain = flags.includes('v') ? rewritePattern(source, 'v', options) : source
  const asked = [plain, flags.replace('v', 'u')] as const
  const proved = await check(...asked, { timeout: 30_000 })
  // It proves nothing about some expressions with many words, but can attack them.
  const isTooLong = proved.status === 'unknown' && proved.error.kind === 'timeout'
  const found = isTooLong ? await check(...asked, { checker: 'fuzz', timeout: 120_000 }) : proved
  if (found.status === 'safe') return undefined
  // It guesses where it cannot prove. Then the text that it found decides.
  if (found.status === 'vulnerable' && found.checker === 'fuzz') {
    const { user } = process.threadCpuUsage()
    new RegExp(source, flags).test(found.attack.string)
    if (process.threadCpuUsage().user - user < slowMicroseconds) return undefined
  }
  const how = found.status === 'vulnerable' ? found.complexity.type : found.error.kind
  return `/${source}/${flags}: ${how}`
}

test(
  'every expression that is written in the code takes time in proportion to its text',
  { timeout: 300_000 },
  async () => {
    const seen = new Set<string>()
    const faults: string[] = []
    for (const file of files.filter((file) => !(file in leftOut)))
      for (const literal of writtenIn(file).literals) {
        const written = `/${literal.source}/${literal.flags}`
        if (seen.has(written)) continue
        seen.add(written)
        const fault = await faultOf(literal)
        if (fault !== undefined) faults.push(`${file}: ${fault}`)
      }
    expect(seen.size).toBeGreaterThan(200)
    expect(faults).toEqual([])
  },
)

/** Calls that construct expressions; all others are constructed when their files are loaded. */
const calls: readonly (() => Promise<unknown>)[] = [
  async () => (await import('../src/domain/folding.ts')).foldStatement('"a"'),
  async () => (await import('../src/domain/text-faults.ts')).characterFault('\u2066\u2069'),
  async () => (await import('../src/http/request/seq-header.ts')).readSeq('1'),
  async () => (await import('../src/drafts/reading/bibtex.ts')).readBibtex('@a{b,title={c}}'),
  async () => {
    const { searchTerms } = await import('../src/domain/search/terms.ts')
    const terms = searchTerms('"나 가다 12.5% life style" life style')
    return (await import('../src/domain/search/hits.ts')).hitsIn('나 가다 12.5%', terms)
  },
]

afterAll(() => void vi.unstubAllGlobals())

test('and so does every expression that it constructs', { timeout: 300_000 }, async () => {
  const made = new Map<string, Expression>()
  const recorded = (expression: RegExp): RegExp => {
    const place = new Error().stack?.split('\n').find((line) => line.includes('/src/')) ?? ''
    const [, at] = /\/(src\/.*?:\d+:\d+)/.exec(place) ?? []
    if (at !== undefined) made.set(`${at} ${expression.source}`, expression)
    return expression
  }
  vi.stubGlobal(
    'RegExp',
    new Proxy(RegExp, {
      construct: (own, [source, flags]) => recorded(new own(source, flags)),
      apply: (own, _, [source, flags]) => recorded(own(source, flags)),
    }),
  )
  const constructing = files.flatMap((file) => {
    const { constructions } = writtenIn(file)
    return constructions === 0 ? [] : [{ file, constructions }]
  })
  for (const { file } of constructing) await import(/* @vite-ignore */ `../${file}`)
  for (const call of calls) await call()

  const places = [...made.keys()].map((key) => key.split(' ', 1)[0] ?? '')
  for (const { file, constructions } of constructing) {
    const found = new Set(places.filter((place) => place.startsWith(`${file}:`)))
    expect([file, found.size], 'Add a call that constructs it to this test').toEqual([
      file,
      constructions,
    ])
  }
  const faults: string[] = []
  for (const [place, expression] of made) {
    const [file = ''] = place.split(':', 1)
    if (file in leftOut) continue
    const fault = await faultOf(expression)
    if (fault !== undefined) faults.push(`${place.split(' ', 1)[0]}: ${fault}`)
  }
  expect(faults).toEqual([])
})
