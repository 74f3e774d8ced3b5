import { withoutEnd } from '../../domain/without-end.ts'

/** A line that begins like this is an item of a list, a heading, a quotation or a row of a table. */
const mark = /^(?:[-*+•·‣▪▶▷►□■○●◦◇◆※☞>|#–—]|\(?\d{1,3}[.)](?!\d)|[①-⑳㉮-㉻]|[가-하][.)]\s)/u

/** Korean sentences end so, also without a full stop. */
const ended =
  /(?:[.!?…:。]|[었았했됐졌렸쳤켰왔갔났섰웠였겠있없니인한된는]다|[세해예에어아네]요|죠)$/u
const closing = /[\s"'”’」』)\]]/u

const lineEnd = /\r\n?|\n/g

/**
 * A plain text whose lines were broken to fit a width, with a space for each mark of such a line end, so
 * that everything stays where it is. Lines apart, items of lists and ended sentences stay as they are.
 */
export function joinLines(text: string): string {
  let joined = ''
  let from = 0
  for (const { 0: end, index } of text.matchAll(lineEnd)) {
    const next = index + end.length
    const line = text.slice(text.lastIndexOf('\n', index - 1) + 1, index)
    const isJoined =
      line.trim() !== '' &&
      !ended.test(withoutEnd(line, closing)) &&
      !isBlankAt(text, next) &&
      !mark.test(text.slice(next, next + 60).trimStart())
    joined += text.slice(from, index) + (isJoined ? ' '.repeat(end.length) : end)
    from = next
  }
  return joined + text.slice(from)
}

/** Whether nothing but white space follows on the line that begins here. */
function isBlankAt(text: string, start: number): boolean {
  let at = start
  while (text[at] === ' ' || text[at] === '\t') at += 1
  return at === text.length || text[at] === '\n' || text[at] === '\r'
}
