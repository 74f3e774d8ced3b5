/**
 * Repeats a computation over partial views until nothing is missing: `loadMissing` loads what the
 * last run missed, and returns false if there was nothing to load.
 *
 * @throws {Error} if something is still missing after the maximum number of rounds, which means
 * that a loader does not load what is asked
 */
export async function settle<Answer>(
  compute: () => Answer | Promise<Answer>,
  loadMissing: () => Promise<boolean>,
  roundsMax = 1000,
): Promise<Answer> {
  for (let round = 0; round < roundsMax; round++) {
    const answer = await compute()
    if (!(await loadMissing())) return answer
  }
  throw new Error(`The record still misses something after loading ${roundsMax} times.`)
}

/**
 * `settle` for many items at once: repeats only those for which something was missing. `misses`
 * counts failed lookups.
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
