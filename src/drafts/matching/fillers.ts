/** English words that say little, and those by which words are reported. */
const english = new Set(
  `a an the of to in on at by for from with within and or but that this these those which who whom
  is are was were be been being am has have had having do does did will would shall should it its
  their theirs his her hers he she they them we our ours us you your i as than then so also there
  about into over per via some any
  say says said saying tell tells told report reports reported reportedly reporting according claim
  claims claimed claiming state states stated add adds added argue argues argued note notes noted
  critics officials sources`.split(/\s+/),
)

/** The same in Korean: words as they stand, and beginnings of words. */
const koreanWords =
  /^(?:것|게|또|등|이|그|저|수|할|해|바|뿐|및|건|데|때)(?:이|은|는|을|를|의|에|도|가|로|으로|이다|이며|만)?$/u
const koreanBeginnings =
  /^(?:보도(?:$|[했됐되한하가는를에도된])|따르면|밝혔|밝힌|밝히|전[했한]다?|전해[졌진지]|알려[진졌지]|말[했한하]|(?:주장|설명|강조|지적|반박|해명|발표)[했한하]|덧붙였|답했|했[다습던]|한다|합니다|하[고는며지]|됐[다습던]|된다|되[고는지]|있[다는고었습음]|그리고|그러나|하지만|또는|때문|위해|위한|대해|대한|관한|관해|통해|이날|관계자|이다|였다|이었|입니다|라고|다고|다는|라는)/u

/** Whether a word says nothing by itself, or only that somebody says the others. */
export function isFiller(word: string): boolean {
  return english.has(word) || koreanWords.test(word) || koreanBeginnings.test(word)
}
