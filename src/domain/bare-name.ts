import { withoutEnd } from './without-end.ts'

/** Legal forms of companies after a name, with or without dots. */
const formsBehind = [
  ['inc', 'incorporated', 'corp', 'corporation', 'co', 'company', 'ltd', 'limited'],
  ['llc', 'llp', 'plc', 'pte', 'pty', 'gmbh', 'ag', 'kg', 'se', 'sa', 'sas', 'sarl', 'srl', 'spa'],
  ['bv', 'nv', 'ab', 'asa', 'oy', 'oyj', 'kk'],
].flat()

/** Legal forms that Korean and Japanese write before or after a name, often without a space. */
const formsBeside = [
  ['주식회사', '유한회사', '유한책임회사', '합자회사', '합명회사', '\\([주유株有]\\)'],
  ['株式会社', '有限会社', '合同会社'],
].flat()

const behind = new RegExp(`[\\s,](?:${formsBehind.map(dotted).join('|')})\\.?$`, 'iu')
const separator = /[\s,]/
const beside = formsBeside.join('|')
const before = new RegExp(`^(?:${beside})`, 'u')
const after = new RegExp(`(?:${beside})$`, 'u')

/**
 * Diacritics that other languages omit. In other scripts they make different letters: が is not か.
 */
const diacritics = /([\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036F]+/gu

/**
 * A name without its legal form, a leading "the", and diacritics. If nothing else is in the name,
 * something is kept.
 *
 * @param name in compatibility form (NFKC)
 */
export function bareName(name: string): string {
  let bare = name.trim()
  for (;;) {
    const shorter = [/^the\s+/i, before, after].reduce(without, bare)
    const shortest = kept(shorter, withoutBehind(shorter))
    if (shortest === bare) break
    bare = shortest
  }
  return bare.normalize('NFD').replace(diacritics, '$1').normalize('NFC')
}

function without(name: string, part: RegExp): string {
  return kept(name, name.replace(part, '').trim())
}

function withoutBehind(name: string): string {
  const rest = name.replace(behind, '')
  return rest === name ? name : withoutEnd(rest, separator).trim()
}

function kept(name: string, rest: string): string {
  return /[\p{L}\p{N}]/u.test(rest) ? rest : name
}

function dotted(form: string): string {
  return [...form].join('\\.?')
}
