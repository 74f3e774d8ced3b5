import { messages } from '../../engine/rules/link-rule-messages.ts'
import { depthMax } from '../../engine/record/links.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import { nestingOf } from './links-onto-links.ts'
import type { Names } from './names.ts'
import type { LineFault } from './refused-lines.ts'

/** Links that would answer themselves, whatever happens to them later. */
export function pointlessLinks(lines: readonly NumberedLine[], names: Names): LineFault[] {
  return [...stackedLinks(lines, names), ...selfLinks(lines, names)]
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

/**
 * Undercuts that attack each other in a circle: they would be about nothing else. And links that are
 * stacked too high, unless some are ended or voided with them, which the rules for links then judge.
 */
function stackedLinks(lines: readonly NumberedLine[], names: Names): LineFault[] {
  const links = linesOf(lines, 'link').filter(({ line }) => !names.known.has(line))
  const targetOf = new Map(
    links.flatMap(({ line, value }) =>
      'link' in value.to
        ? [[names.ids.get(line) ?? '', names.resolve('link', value.to.link) ?? ''] as const]
        : [],
    ),
  )
  const { depths, circular } = nestingOf(targetOf)
  const mayBeDeep = lines.some(({ value }) => value.type === 'end' || value.type === 'void')
  return links.flatMap(({ line }): LineFault[] => {
    const id = names.ids.get(line) ?? ''
    if (circular.has(id))
      return [{ line, pointer: '/to/link', code: 'no-circular-target', message: inCircle }]
    if (mayBeDeep || (depths.get(id) ?? 0) <= depthMax) return []
    return [{ line, pointer: '/to/link', code: 'tower', message: messages.tower }]
  })
}

const inCircle =
  'It targets a link that, through others, targets this one; make one of them target a claim.'
