/** How long the primary's log was, at a time. */
export interface Mark {
  readonly atMs: number
  readonly log: number
}

/** So many seconds of lag are told exactly; of more, the beginning and the end. */
const marksMax = 600

/**
 * The marks that are left when the primary was seen once more. Where it stands still there is
 * nothing to mark: an idle primary leaves nobody behind. Where it has gone back, as from a backup,
 * what was marked of its future does not count.
 */
export function addMark(marks: readonly Mark[], mark: Mark): Mark[] {
  const past = marks.filter(({ log }) => log <= mark.log)
  if (past.at(-1)?.log === mark.log) return past
  return (past.length < marksMax ? past : past.toSpliced(1, 1)).concat(mark)
}

/** The marks that a replica has not reached. */
export function unreachedMarks(marks: readonly Mark[], log: number): Mark[] {
  return marks.filter((mark) => mark.log > log)
}

/** For how long a replica has lacked something that the primary had. */
export function lagOf([oldest]: readonly Mark[], nowMs: number): number {
  return oldest ? nowMs - oldest.atMs : 0
}
