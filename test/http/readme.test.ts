import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import pino from 'pino'
import { describe, expect } from 'vitest'
import { loadDemo } from '../../src/actions/load-demo.ts'
import { createApp } from '../../src/app.ts'
import { cloneTemplate } from '../support/clone.ts'
import { it } from '../support/it.ts'
import { startService } from '../support/command.ts'
import { differences, shownIn, typed } from '../support/readme.ts'

describe('the tour of the README', () => {
  const readme = readFileSync('README.md', 'utf8')

  it.for(['bash', 'zsh'])(
    'answers as it shows when it is typed into %s',
    async (shell, { template, skip }) => {
      skip(![shell, 'curl'].every(isThere), `There is no ${shell} with curl here.`)
      // A reader's record knows nothing of what another shell has entered.
      const database = await cloneTemplate(template)
      const [, BOOTSTRAP_API_KEY = ''] = /BOOTSTRAP_API_KEY=(\S+) npm start/.exec(readme) ?? []
      const PUBLIC_URL = 'http://127.0.0.1:8080'
      const env = { BOOTSTRAP_API_KEY, PUBLIC_URL, DEMO: 'on' }
      const { origin, says } = await startService(database, env)
      await says(/Stop it with Ctrl-C/)

      const tour = shownIn(tourOf(readme))
      const elsewhere = tour.map((shown) => ({
        ...shown,
        commands: shown.commands.replaceAll(PUBLIC_URL, origin),
      }))
      const answers = typed(elsewhere, shell)

      expect(tour.flatMap(({ answer }, index) => differences(answer, answers[index]))).toEqual([])
      expect(tour.length).toBe(readme.match(/^curl /gm)?.length)
    },
  )

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

/** The section that is to be pasted. */
function tourOf(document: string): string {
  const [, tour = ''] = /^## A tour\n(.*?)^##/ms.exec(document) ?? []
  return tour
}

function isThere(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0
}
