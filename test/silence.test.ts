import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const literal = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g
/** Labels are shorter, and the table of standings has them. */
const isSentence = /\.['`]$/
const saysNothing = /\bno (?:answer|reply|denial|response)\b|(?:답변|반박|반론|응답)[이은]? 없/i
const onRecord = /record|기록/

/** The record does not have an answer; whether there is one, nobody knows. */
test('our sentences say of a missing answer that it is not on record', () => {
  const files = globSync('src/{sentences,html,edges/site,edges/embed}/**/*.{ts,tsx}')
  expect(files.length).toBeGreaterThan(100)
  const said = files.flatMap((file) => {
    const code = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    return (code.match(literal) ?? [])
      .filter((words) => isSentence.test(words) && saysNothing.test(words) && !onRecord.test(words))
      .map((words) => [file, words])
  })
  expect(said).toEqual([])
})
