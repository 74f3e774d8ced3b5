import { messages } from '../../engine/rules/link-rule-messages.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import type { Names } from './names.ts'
import type { LineFault } from './refused-lines.ts'

/** Links that would answer themselves, whatever happens to them later. */
export function pointlessLinks(lines: readonly NumberedLine[], names: Names): LineFault[] {
  return [...circularLinks(lines, names), ...selfLinks(lines, names)]
}

/** Includes links that the same bundle ends, which the rules for links ignore. */
function selfLinks(lines: readonly NumberedLine[], { resolve }: Names): LineFault[] {
  return linesOf(lines, 'link').flatMap(({ line, value: { from, to } }) => {
    const start = resolve('claim', from)
    if (!('claim' in to) || start === undefined || start !== resolve('claim', to.claim)) return []
    const message = messages['no-self-link']
    return [{ line, pointer: '/to/claim', code: 'no-self-link', message }]
  })
}

/** Undercuts that attack each other in a circle: they would be about nothing else. */
function circularLinks(lines: readonly NumberedLine[], names: Names): LineFault[] {
  const links = linesOf(lines, 'link')
  const targetOf = new Map(
    links.flatMap(({ line, value }) =>
      'link' in value.to
        ? [[names.ids.get(line) ?? '', names.resolve('link', value.to.link) ?? ''] as const]
        : [],
    ),
  )
  return links.flatMap(({ line }) => {
    const start = names.ids.get(line) ?? ''
    const seen = new Set<string>()
    for (let at = targetOf.get(start); at !== undefined && !seen.has(at); at = targetOf.get(at)) {
      if (at === start)
        return [{ line, pointer: '/to/link', code: 'no-circular-target', message: circular }]
      seen.add(at)
    }
    return []
  })
}

const circular =
  'It targets a link that, through others, targets this one; make one of them target a claim.'
