import type { Column, Fact } from './schema-facts.ts'

type Facts = ReadonlyMap<string, Fact>

/** What a migration does that the previous version cannot live with, and what to do instead. */
export interface Refusal {
  /** As a migration names it that is let through: `column claim.kind`. */
  readonly of: string
  readonly what: string
  readonly instead: string
}

/** Compares a schema before and after a migration: it must have added, and nothing else. */
export function refusalsOf(before: Facts, after: Facts): Refusal[] {
  return [...removed(before, after), ...changed(before, after), ...added(before, after)]
}

const later = 'Leave it, and remove it one release after the last code that uses it.'

/** A name that is no longer there, whether it was dropped or renamed. */
function removed(before: Facts, after: Facts): Refusal[] {
  return [...before].flatMap(([of, fact]) => {
    const isPart = 'of' in fact && !isThere(after, fact.of)
    // A check that goes lets in more, and what goes with its table is told with the table.
    if (after.has(of) || fact.kind === 'check' || isPart) return []
    if (fact.kind === 'trigger')
      return [{ of, what: 'is gone', instead: 'Use "create or replace trigger" to change it.' }]
    if (fact.kind === 'grant')
      return [
        { of, what: 'is gone', instead: 'Revoke it one release after the last code that uses it.' },
      ]
    return [{ of, what: 'is gone', instead: later }]
  })
}

/** A table and so on by its name, or a column of it as rights have it: `claim (status)`. */
function isThere(facts: Facts, name: string): boolean {
  const { whole = '', field } = /^(?<whole>\S+) \((?<field>.+)\)$/.exec(name)?.groups ?? {}
  if (field !== undefined) return facts.has(`column ${whole}.${field}`)
  return ['table', 'view', 'sequence', 'function', 'type'].some((kind) =>
    facts.has(`${kind} ${name}`),
  )
}

function changed(before: Facts, after: Facts): Refusal[] {
  return [...after].flatMap(([of, now]) => {
    const was = before.get(of)
    if (was?.kind === 'column' && now.kind === 'column') {
      return columnChanges(was, now).map((change) => ({ of, ...change }))
    }
    const isCheck = was?.kind === 'check' && now.kind === 'check'
    if (isCheck && hasColumns(after, was) && !isWider(was.means, now.means)) {
      return [{ of, what: 'may allow less', instead: 'Allow what it allowed, and more.' }]
    }
    if (was?.kind === 'function' && now.kind === 'function' && was.means !== now.means) {
      return [{ of, what: 'returns another type', instead: 'Make a function with another name.' }]
    }
    return []
  })
}

function hasColumns(facts: Facts, { of, columns }: Extract<Fact, { kind: 'check' }>): boolean {
  return columns.every((field) => facts.has(`column ${of}.${field}`))
}

function columnChanges(was: Column, now: Column): Omit<Refusal, 'of'>[] {
  const beside = 'Add a column beside it, and fill both until no code uses the first.'
  return [
    ...(was.type === now.type ? [] : [{ what: `is ${now.type} now`, instead: beside }]),
    ...(was.required || !now.required
      ? []
      : [
          {
            what: 'may no longer be null',
            instead: 'Require it one release after all code fills it.',
          },
        ]),
    ...(!was.required || now.required
      ? []
      : [
          {
            what: 'may be null now',
            instead: 'Let a release learn to read null before one writes it.',
          },
        ]),
    ...(!was.filled || now.filled ? [] : [{ what: 'no longer has a default', instead: later }]),
    ...(was.generated === now.generated
      ? []
      : [{ what: 'is filled differently', instead: beside }]),
  ]
}

/** Whether a check is one before with an alternative, or a list of values with more of them. */
function isWider(was: string, now: string): boolean {
  const [before, after] = [was, now].map((means) => means.replace(/^CHECK \((.*)\)$/s, '$1'))
  if (before === undefined || after === undefined) return false
  if (before === after) return true
  // An alternative more is printed beside those that there were.
  const first = before.startsWith('((') ? before.slice(0, -1) : `(${before}`
  if (after.startsWith(`${first} OR `)) return true
  const isLonger = valuesOf(before).every((value) => valuesOf(after).includes(value))
  return isLonger && before.replace(list, '') === after.replace(list, '')
}

const list = /ARRAY\[[^\]]*\]/

function valuesOf(means: string): string[] {
  return list.exec(means)?.[0].match(/'(?:[^']|'')*'/g) ?? []
}

/** What is new where something was: the previous version does not know of it. */
function added(before: Facts, after: Facts): Refusal[] {
  return [...after].flatMap(([of, fact]) => {
    if (before.has(of)) return []
    if (fact.kind === 'column' && fact.stored && before.has(`table ${fact.of}`)) {
      return newColumn(of, fact, after)
    }
    if (fact.kind !== 'check' && fact.kind !== 'key' && fact.kind !== 'unique index') return []
    const isOfOld =
      fact.columns.length === 0 ||
      fact.columns.some((field) => {
        return before.has(`column ${fact.of}.${field}`)
      })
    return isOfOld && isThere(before, fact.of)
      ? [
          {
            of,
            what: 'may refuse what the previous version writes',
            instead: 'Add it one release after all code keeps to it.',
          },
        ]
      : []
  })
}

function newColumn(of: string, { of: table, ...column }: Column, after: Facts): Refusal[] {
  const past = [`table ${table}_was`, `column ${table}_was.${column.field}`] as const
  const view = `column as_of.${table}.${column.field}`
  const isForgotten = after.has(past[0]) && !(after.has(past[1]) && after.has(view))
  return [
    ...(column.required && !column.filled
      ? [
          {
            of,
            what: 'is required, and the previous version does not fill it',
            instead: 'Let it be null, or give it a default.',
          },
        ]
      : []),
    ...(isForgotten
      ? [{ of, what: 'has no past', instead: `Add: select keep_past_columns('${table}');` }]
      : []),
  ]
}

const reasonGiven = /^-- The previous version can live with: (?<of>[^:]+): (?<reason>.+)$/gm

/** The refusals of a migration that it does not itself give a reason for, in words. */
export function unexplained(name: string, text: string, refusals: readonly Refusal[]): string[] {
  const explained = new Set(
    [...text.matchAll(reasonGiven)].map(({ groups }) => groups?.['of'] ?? ''),
  )
  const needed = new Set(refusals.map(({ of }) => of))
  return [
    ...refusals
      .filter(({ of }) => !explained.has(of))
      .map(({ of, what, instead }) => `${name}: ${of} ${what}. ${instead}`),
    ...[...explained]
      .filter((of) => !needed.has(of))
      .map((of) => `${name}: ${of} needs no reason. Remove the line.`),
  ]
}
