/** A stream that nobody read. Its client has nothing to be told. */
export class UnreadError extends Error {
  override readonly name = 'UnreadError'
}

/**
 * The items as a stream that fails if nobody reads on for a while, so that what makes them is not
 * kept waiting.
 */
export function endIfUnread<T>(items: AsyncIterator<T>, patienceMs: number): ReadableStream<T> {
  let timer: NodeJS.Timeout | undefined
  return new ReadableStream<T>(
    {
      async pull(controller) {
        clearTimeout(timer)
        const { done, value } = await items.next()
        if (done === true) return controller.close()
        controller.enqueue(value)
        timer = setTimeout(() => {
          controller.error(new UnreadError(`Nobody read on for ${patienceMs} ms`))
          void items.return?.()
        }, patienceMs)
      },
      async cancel() {
        clearTimeout(timer)
        await items.return?.()
      },
    },
    { highWaterMark: 1 },
  )
}
