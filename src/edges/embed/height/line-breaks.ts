import { NO_BREAK, PASS, Rules } from '@cto.af/linebreak'

/** Around ASCII characters Chromium breaks lines by a table of its own. */
const asciiMayEnd = '!"#%&)*+,.:;=>\\]|}~'
const asciiAfterHyphen = /[\w"#%&'(*+<=>@[\\^`{|~-]/
const asciiAfterQuestion = /[\w#$%&(*+<=>@[\\^`{|~-]/

const noBreakSpace = '\u00a0'

/** Stands for a box in a line. */
export const boxCharacter = '\ufffc'

/**
 * Where a line may end, as offsets in the text, as Chromium has it: after spaces, beside boxes, between ASCII
 * characters by a table, and elsewhere by the rules of Unicode.
 *
 * @param isKeptTogether whether words are kept together at an offset, as is usual in Korean
 */
export function lineBreaks(
  text: string,
  isKeptTogether: (offset: number) => boolean,
): readonly number[] {
  let byRules:
    | { readonly from: number; readonly to: number; readonly breaks: ReadonlySet<number> }
    | undefined
  const offsets: number[] = []
  for (let at = 1; at < text.length; at++) if (mayBreak(at)) offsets.push(at)
  return offsets

  function mayBreak(at: number): boolean {
    const next = text.charAt(at)
    const last = text.charAt(at - 1)
    if (next === ' ') return false
    if (last === ' ' || last === boxCharacter || next === boxCharacter) return true
    if (last === noBreakSpace || next === noBreakSpace) return false
    if (isAscii(last) && isAscii(next)) return mayBreakAscii(text.charAt(at - 2), last, next)
    if (isKeptTogether(at) && isWordly(last) && isWordly(next)) return false
    return mayBreakByRules(at)
  }

  /** The rules do not look beyond spaces, and most words need none of them. */
  function mayBreakByRules(at: number): boolean {
    if (!byRules || at >= byRules.to) {
      const from = text.lastIndexOf(' ', at - 1) + 1
      const space = text.indexOf(' ', at)
      const to = space === -1 ? text.length : space
      const word = text.slice(from, to)
      byRules = {
        from,
        to,
        breaks: new Set([...rules.breaks(word)].map(({ position }) => position)),
      }
    }
    return byRules.breaks.has(at - byRules.from)
  }
}

const rules = new Rules()
/**
 * Lines are not broken beside quotation marks, except, since version 16 of Unicode, outside them
 * between wide characters.
 */
rules.replaceRule('LB19', (state) => {
  const { prev, cur, next } = state
  if (/^\p{Pi}$/u.test(next.char) && isWide(cur.char) && isWide(state.afterNext()?.char))
    return PASS
  if (/^\p{Pf}$/u.test(cur.char) && isWide(prev.char) && isWide(next.char)) return PASS
  return isQuotation(cur.char) || isQuotation(next.char) ? NO_BREAK : PASS
})

function isQuotation(character: string): boolean {
  return /^["'\p{Pi}\p{Pf}]$/u.test(character)
}

function isWide(character: string | undefined): boolean {
  return (
    character !== undefined &&
    /^[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\uff61-\uffdc\uffe0-\uffe6\u20a9]$/u.test(
      character,
    )
  )
}

function isAscii(character: string): boolean {
  return character > ' ' && character <= '\x7f'
}

function isWordly(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character)
}

function mayBreakAscii(beforeLast: string, last: string, next: string): boolean {
  if (last === '-')
    return /\d/.test(next) ? /[a-z\d]/i.test(beforeLast) : asciiAfterHyphen.test(next)
  if (last === '?') return asciiAfterQuestion.test(next)
  return '([{<'.includes(next) && asciiMayEnd.includes(last)
}
