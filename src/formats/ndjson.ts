const chunkLength = 65_536

/**
 * Serialises objects as lines of JSON, several per chunk: one chunk per line would cost more than
 * the line.
 */
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
