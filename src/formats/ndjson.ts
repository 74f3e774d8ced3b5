const chunkLength = 65_536

/** Objects as lines of JSON, some lines at a time: a chunk for each would cost more than it holds. */
export async function* ndjson(lines: AsyncIterable<object>): AsyncGenerator<string> {
  let text = ''
  for await (const line of lines) {
    text += `${JSON.stringify(line)}\n`
    if (text.length < chunkLength) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}
