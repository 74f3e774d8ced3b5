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

/**
 * `settle` for many items at once: only those of which something was missing are computed again.
 * `misses` counts what was asked in vain.
 */
export async function settleEach<Item, Answer>(
  items: Iterable<Item>,
  compute: (item: Item) => Answer,
  misses: () => number,
  loadMissing: () => Promise<boolean>,
): Promise<readonly Answer[]> {
  const answers = new Map<Item, Answer>()
  let open = [...items]
  await settle(() => {
    open = open.filter((item) => {
      const before = misses()
      answers.set(item, compute(item))
      return misses() > before
    })
  }, loadMissing)
  return [...answers.values()]
}
