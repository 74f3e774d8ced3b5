import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { variableNames } from '../src/config.ts'
import { createMetrics } from '../src/http/metrics/metrics.ts'

describe('docker-compose.yml', () => {
  const services = sectionsOf(readFileSync('docker-compose.yml', 'utf8'))

  it('gives the password of the owner to nobody but who makes the roles and who migrates', () => {
    const holders = [...services].filter(([, text]) => /owner/i.test(text)).map(([name]) => name)

    expect([...services.keys()]).toEqual(['database', 'roles', 'migrate', 'service'])
    expect(holders).toEqual(['roles', 'migrate'])
  })

  it('puts no password into a URL, where some characters mean something else', () => {
    const urls = [...services.values()].join('').match(/postgres:\/\/\S+/g) ?? []

    expect(urls).toHaveLength(2)
    expect(urls.filter((url) => url.includes('$'))).toEqual([])
  })

  it.each(['migrate', 'service'])('sets only variables that %s reads', (name) => {
    const environment = /^ {4}environment:\n((?: {6}.*\n)+)/m.exec(services.get(name) ?? '')?.[1]
    const set = [...(environment ?? '').matchAll(/^ +(\w+):/gm)].map(([, variable]) => variable)

    expect(set).toContain('DATABASE_URL')
    // The client of PostgreSQL reads the last one.
    expect([...variableNames, 'PGPASSWORD']).toEqual(expect.arrayContaining(set))
  })
})

describe('docs/operations.md', () => {
  it('has every metric of ours, and no other', async () => {
    const told = await createMetrics({ findVitalSigns: () => Promise.reject(new Error()) }).render()
    const [, watched = ''] = readFileSync('docs/operations.md', 'utf8').split('## What to watch')
    const named = watched.matchAll(/^\| (`counterpoint_.*?) \|/gm)

    const ours = [...told.matchAll(/^# HELP (\w+) /gm)].map(([, name]) => name)
    const theirs = [...named].flatMap(([, cell = '']) => cell.match(/\w+/g) ?? [])
    expect(theirs.toSorted()).toEqual(ours.toSorted())
  })
})

/** The services of a compose file, each as it stands there without its comments. */
function sectionsOf(file: string): ReadonlyMap<string, string> {
  const services =
    file
      .replace(/^ *#.*\n/gm, '')
      .split(/^services:\n/m)[1]
      ?.split(/^\w/m)[0] ?? ''
  const parts = services.split(/^ {2}(\w+):\n/m).slice(1)
  return new Map(
    parts.flatMap((name, index) => (index % 2 === 0 ? [[name, parts[index + 1] ?? '']] : [])),
  )
}
