/** The position of the primary's log at some time. */
export interface Mark {
  readonly atMs: number
  readonly log: number
}

/**
 * A lag of up to this many seconds is measured exactly; for a longer one, only its two ends are
 * kept.
 */
const marksMax = 600

/**
 * Adds a mark for the primary's current position. If that has not moved, no mark is needed: nobody
 * lags behind an idle primary. If it has gone back, for example after a restore, marks beyond it
 * are dropped.
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

/** How long a replica has been missing something that the primary had. */
export function lagOf([oldest]: readonly Mark[], nowMs: number): number {
  return oldest ? nowMs - oldest.atMs : 0
}
