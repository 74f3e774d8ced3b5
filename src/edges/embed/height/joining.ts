/** Whether an Arabic letter is joined to those beside it: its shape and width depend on that. */
export interface Join {
  readonly before: boolean
  readonly after: boolean
}

const letter = /[\u0620-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff]/
const joinsNothing = /[\u0621\u0674]/
const joinsOnlyBefore =
  /[\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef]/
const mark = /^\p{Mn}$/u

/** The joins of each character of a text; undefined for those that are no Arabic letters, none if there are none. */
export function joinsOf(characters: readonly string[]): readonly (Join | undefined)[] {
  if (!characters.some(isJoined)) return []
  // Marks above and below letters do not part them.
  const before = besides(characters)
  const after = besides(characters.toReversed()).toReversed()
  return characters.map((character, at) => {
    if (!isJoined(character)) return undefined
    const [last = '', next = ''] = [before[at], after[at]]
    return {
      before: isJoined(last) && !joinsOnlyBefore.test(last),
      after: isJoined(next) && !joinsOnlyBefore.test(character),
    }
  })
}

/** For each character, the one before it that is no mark. */
function besides(characters: readonly string[]): readonly (string | undefined)[] {
  let last: string | undefined
  return characters.map((character) => {
    const before = last
    if (!mark.test(character)) last = character
    return before
  })
}

function isJoined(character: string): boolean {
  return letter.test(character) && !joinsNothing.test(character)
}

/** A lam and the alef after it, which all fonts draw as one. */
export function isLamAlef(first: string, second: string | undefined): boolean {
  return first === 'ل' && second !== undefined && /[\u0622\u0623\u0625\u0627]/.test(second)
}
