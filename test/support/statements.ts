/**
 * Which queries a database is sent, compared with those it was sent before.
 *
 * A query is the same as one before when it differs in nothing but which filters are joined by `and`
 * in a `where`, each of which stood in the same place before. That is its normal form: the statement
 * without its lists of conditions, and each condition by itself, by its place. Runs of white space
 * are one space, and parameters have no numbers, which a filter more would shift.
 *
 * This is sound: a condition is looked at with all its text, nested queries and constants included,
 * so what is written into it makes another condition; a join, a sort, a table or a statement more
 * makes another rest; and conditions joined by `and` only ever narrow what the same statement finds.
 * A list with an `or` of its own, which could widen it, is one condition.
 */
export class Statements {
  readonly #clauses = new Set<string>()
  /** Texts whose clauses are all known. */
  readonly #texts = new Set<string>()

  get size(): number {
    return this.#clauses.size
  }

  learn(statement: string): void {
    for (const clause of clausesOf(statement)) this.#clauses.add(clause)
  }

  /** The clauses of a statement that stand in none before. */
  strangeIn(statement: string): string[] {
    if (this.#texts.has(statement)) return []
    const strange = clausesOf(statement).filter((clause) => !this.#clauses.has(clause))
    if (strange.length === 0) this.#texts.add(statement)
    return strange
  }
}

/** The normal form of a statement. */
function clausesOf(statement: string): string[] {
  const rest: string[] = []
  const conditions: string[] = []
  const tokens = tokensOf(statement)
  for (let at = 0, places = 0; at < tokens.length;) {
    const token = tokens[at++] ?? ''
    rest.push(token)
    if (token !== 'where') continue
    const list = conditionsAt(tokens, at)
    rest.push('…')
    conditions.push(...list.texts.map((text) => `where ${places}: ${text}`))
    at = list.end
    places += 1
  }
  const frame = rest.join(' ')
  return [frame, ...conditions.map((condition) => `${condition} | ${frame}`)]
}

/** What ends a list of conditions, where it is no closing parenthesis. */
const ends = new Set([
  'group',
  'order',
  'limit',
  'offset',
  'union',
  'returning',
  'do',
  'for',
  'having',
  'set',
])
const opening = new Set(['(', '[', 'case'])
const closing = new Set([')', ']', 'end'])

function conditionsAt(tokens: readonly string[], begin: number) {
  const found: string[][] = [[]]
  let depth = 0
  let at = begin
  for (; at < tokens.length; at++) {
    const token = tokens[at] ?? ''
    if (depth === 0 && (closing.has(token) || ends.has(token))) break
    if (opening.has(token)) depth += 1
    if (closing.has(token)) depth -= 1
    if (depth === 0 && token === 'and') found.push([])
    else found.at(-1)?.push(token)
  }
  const whole = tokens.slice(begin, at).join(' ')
  const texts = hasOr(found) ? [whole] : found.map((condition) => condition.join(' '))
  return { texts, end: at }
}

function hasOr(conditions: readonly (readonly string[])[]): boolean {
  return conditions.some((tokens) => {
    let depth = 0
    return tokens.some((token) => {
      if (opening.has(token)) depth += 1
      if (closing.has(token)) depth -= 1
      return depth === 0 && token === 'or'
    })
  })
}

function tokensOf(statement: string): string[] {
  const found = statement.match(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\$\d+|[()[\],]|[^\s'"$()[\],]+|\S/g)
  return (found ?? []).map((token) => (/^\$\d+$/.test(token) ? '$' : token))
}
