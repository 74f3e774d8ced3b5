import type { Pool, PoolClient } from 'pg'

/** Statements that were sent without waiting for an answer in between. */
export type RoundTrip = readonly string[]

interface Asked {
  readonly text: string
  readonly values: readonly unknown[]
}

/**
 * Notes what the connections of a pool send. A round trip begins with each statement that is sent
 * after an answer has arrived.
 *
 * @returns a function that gives, and forgets, what was noted so far
 */
export function noteRoundTrips(pool: Pool): () => RoundTrip[] {
  let trips: string[][] = []
  let hasAnswer = true
  const watched = new WeakSet<PoolClient>()
  const connect = pool.connect.bind(pool)
  const watch = (client: PoolClient): PoolClient => {
    if (watched.has(client)) return client
    watched.add(client)
    const query = client.query.bind(client)
    return Object.assign(client, {
      query: (asked: Asked) => {
        if (hasAnswer) trips.push([])
        hasAnswer = false
        trips.at(-1)?.push(`${asked.text} ${JSON.stringify(asked.values)}`)
        return query<object>({ ...asked, values: [...asked.values] }).finally(() => {
          hasAnswer = true
        })
      },
    })
  }
  Object.assign(pool, { connect: async () => watch(await connect()) })
  return () => {
    const noted = trips
    trips = []
    hasAnswer = true
    return noted
  }
}
