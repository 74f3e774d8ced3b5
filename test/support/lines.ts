/** Bundle lines with defaults for what most tests do not care about. */

interface Given {
  readonly [field: string]: unknown
}

export function header(namespace: string) {
  return { type: 'bundle', namespace, duplicates: 'new' }
}

export function sourceLine(ref: string, given: Given = {}) {
  return { type: 'source', ref, kind: 'company', name: `Source ${ref}`, ...given }
}

export function reportLine(ref: string, source: string, given: Given = {}) {
  return {
    type: 'report',
    ref,
    source,
    kind: 'article',
    title: `Report ${ref}`,
    lang: 'en',
    ...given,
  }
}

export function claimLine(ref: string, speaker: string, given: Given = {}) {
  const text = `What ${speaker} says in ${ref}.`
  return {
    type: 'claim',
    ref,
    kind: 'fact',
    speaker,
    about: [],
    text,
    lang: 'en',
    assertedAt: '2025-12-03',
    ...given,
  }
}

export function linkLine(
  ref: string,
  relation: string,
  from: string,
  to: string,
  given: Given = {},
) {
  return { type: 'link', ref, relation, from, to: { claim: to }, ...given }
}

export function withdrawalLine(claim: string, given: Given = {}) {
  const isCited = 'citation' in given || 'citations' in given
  const source = isCited ? {} : { uncited: true }
  return { type: 'withdrawal', claim, at: '2026-01-01', reason: 'It said so.', ...source, ...given }
}

export function endLine(link: string, given: Given = {}) {
  return { type: 'end', link, at: '2026-01-01', reason: 'It let go of it.', ...given }
}

export function voidLine(what: { claim: string } | { link: string }) {
  return { type: 'void', ...what, reason: 'Entered by mistake.' }
}

export function mergeLine(noun: string, from: string, into: string, given: Given = {}) {
  return { type: 'merge', noun, from, into, reason: 'One and the same.', ...given }
}

/** Three sources on different sides, and a claim by each of the first two about the third. */
export function quarrel() {
  return [
    sourceLine('paper', { kind: 'outlet' }),
    sourceLine('firm'),
    sourceLine('lab', { kind: 'analyst' }),
    claimLine('story', 'paper', { about: ['firm'] }),
    claimLine('denial', 'firm', { about: ['firm'] }),
    claimLine('study', 'lab', { about: ['lab'] }),
  ]
}
