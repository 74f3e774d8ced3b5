/** Words that say a statement is not so. What they say of is found by their places. */
const negations =
  /^(?:않|못|없|아니|아닌|아닐|안$|not$|no$|never$|neither$|nor$|none$|nobody$|nothing$|without$|cannot$|[a-z]+n't$|[a-z]+n’t$)/u

/**
 * Words that say of a statement that it is denied, or was taken back. "X라고 반박했다" says X, and
 * "X라는 의혹을 반박했다" denies it.
 */
const denials = [
  /사실이?\s?아니|사실과\s?(?:다르|다른|달라|거리)|사실\s?무근|사실\s?아님/gu,
  /부인(?:했|한|하|해|할|됐|되)|허위|거짓|오보|낭설|가짜\s?뉴스|잘못\s?(?:알려|보도)/gu,
  /(?<![고며]\s?(?:\S+\s)?)반박(?!\s?(?:없|하지))/gu,
  /(?:철회|취소|정정|삭제)(?:했|한|하|해|됐|된|되|돼|하기)|바로잡(?:았|는|습)/gu,
  /\b(?:den(?:y|ies|ied|ying|ial|ials)|refut(?:e[sd]?|ing|ation)|rebut(?:s|ted|ting|tal)?|reject(?:s|ed|ing)?|disput(?:e[sd]?|ing)|debunk(?:s|ed|ing)?)\b/giu,
  /\b(?:false(?:ly)?|untrue|unfounded|baseless|incorrect(?:ly)?|fabricated|not true|no truth)\b/giu,
  /\b(?:retract(?:s|ed|ing|ion)?|withdr[ae]wn?|withdraw(?:s|al|ing)|took back|taken back|corrected)\b/giu,
] as const

export function isNegation(word: string): boolean {
  return negations.test(word)
}

/** How often a text says of something that it is denied or was taken back. */
export function denialsIn(text: string): number {
  return denials.reduce((sum, pattern) => sum + Array.from(text.matchAll(pattern)).length, 0)
}

/** The text without its denials: 사실이 아니다 counts once. */
export function withoutDenials(text: string): string {
  return denials.reduce((left, pattern) => left.replace(pattern, ' '), text)
}

const told =
  /부인(?:했|한|하|해)|반박|사실\s?무근|사실이?\s?아니|사실과\s?다르|일축|해명|\b(?:den(?:y|ies|ied|ying|ial)|refut(?:e[sd]?|ing)|rebut(?:s|ted|ting|tal)?|reject(?:s|ed|ing)?|disput(?:e[sd]?|ing)|contradict(?:s|ed|ing)?)\b/iu

/** Whether a sentence tells that somebody denies something. */
export function tellsOfDenial(sentence: string): boolean {
  return told.test(sentence)
}
