import { readFileSync } from 'node:fs'
import pino from 'pino'
import { describe, expect } from 'vitest'
import { setBootstrapKey } from '../../src/actions/keys.ts'
import { loadDemo } from '../../src/actions/load-demo.ts'
import { createApp } from '../../src/app.ts'
import { it } from '../support/it.ts'
import { differences, requestOf, shownIn, type Variables } from '../support/readme.ts'

describe('the tour of the README', () => {
  const readme = readFileSync('README.md', 'utf8')

  it('shows what the service answers, request by request', async ({ db }) => {
    const log = pino({ level: 'silent' })
    const [, key] = /BOOTSTRAP_API_KEY=(\S+)/.exec(readme) ?? []
    await setBootstrapKey(db, key)
    await loadDemo({ db, log })
    const publicUrl = new URL('http://127.0.0.1:8080')
    const app = createApp({ db, log, publicUrl, isServing: () => true })

    const tour = shownIn(readme)
    const variables: Variables = new Map()
    const wrong: string[] = []
    for (const { command, answer } of tour) {
      const response = await app.request(requestOf(command, variables))
      wrong.push(...differences(answer, await response.json(), variables))
    }

    expect(wrong).toEqual([])
    expect(tour.length).toBe(readme.match(/^curl /gm)?.length)
    expect([...variables.keys()]).toEqual(['claim', 'link', 'denial'])
  })

  it('leads to addresses that are there', async ({ db }) => {
    const log = pino({ level: 'silent' })
    await loadDemo({ db, log })
    const publicUrl = new URL('http://127.0.0.1:8080')
    const app = createApp({ db, log, publicUrl, isServing: () => true })
    const addresses = readme.match(/(?<!curl ")http:\/\/127\.0\.0\.1:8080\/[^\s`")]*/g) ?? []

    const answers = addresses.map(async (address) => [address, (await app.request(address)).status])

    expect(addresses.length).toBeGreaterThan(2)
    expect(await Promise.all(answers)).toEqual(addresses.map((address) => [address, 200]))
  })
})
