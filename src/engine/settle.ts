/**
 * Repeats a computation over partial views until it misses nothing: `loadMissing` loads what the
 * last run asked in vain, and answers false when there was nothing to load.
 *
 * @throws {Error} when it still misses something after so many rounds, so when a loader does not
 * answer what is asked
 */
export async function settle<Answer>(
  compute: () => Answer,
  loadMissing: () => Promise<boolean>,
  roundsMax = 1000,
): Promise<Answer> {
  for (let round = 0; round < roundsMax; round++) {
    const answer = compute()
    if (!(await loadMissing())) return answer
  }
  throw new Error(`The record still misses something after loading ${roundsMax} times.`)
}
