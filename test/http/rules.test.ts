import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rulesVersions } from '../../src/domain/rules.ts'
import { statusVocabulary } from '../../src/sentences/table/vocabulary.ts'
import { rulesVersion, statuses } from '../../src/domain/status.ts'
import { linkRules } from '../../src/engine/rules/link-rules.ts'
import { it as withApi, read, type Api } from '../support/api.ts'
import { seedBundle } from '../support/seed.ts'

const it = withApi.extend('seeded', { scope: 'file', auto: true }, async ({ api }) => {
  const headers = { 'content-type': 'application/x-ndjson' }
  await api('/v1/import', { body: seedBundle(), headers })
  return true
})

const fileOf = (version: number) => readFileSync(`docs/rules/${version}.md`, 'utf8')

const asBrowser = { headers: { accept: 'text/html' }, isPublic: true }

async function pageOf(api: Api, path: string): Promise<string> {
  const { status, text } = await api(path, asBrowser)
  expect(status).toBe(200)
  return text
}

describe('the texts', () => {
  /** Of version 2, also those that the engine does not know while version 1 is in force. */
  const ofVersion2 = [
    'no-self-link',
    'no-second-link-between-versions',
    'no-link-onto-own-link',
    'no-quarrel-within-group',
    'no-duplicate',
    'rebuts-like-kinds',
    'restates-like-kinds',
    'only-rulings-undercut-rulings',
    'only-undercuts-target-links',
    'only-guarded-links-are-targets',
    'tower',
    'supersedes-own-claim',
    'supersedes-earlier-claim',
    'supersedes-without-cycle',
    'wording-like-kinds',
    'wording-one-successor',
    'wording-one-predecessor',
    'concedes-other-voice',
    'relies-without-cycle',
    'no-undercut-of-own-claim',
    'ruling-cited',
    'withdrawal-cited',
    'concession-cited',
    'withdrawn-before-said',
    'affiliation-ends-before-it-begins',
  ]

  test.each(ofVersion2)('version 2 explains the write rule %s in a row of its own', (rule) => {
    expect(fileOf(2)).toMatch(new RegExp(`^\\| \\d \\| \`${rule}\` \\| .{20}`, 'm'))
  })

  const ofVersion1 = [
    ...ofVersion2.slice(0, ofVersion2.indexOf('wording-like-kinds')),
    'concedes-other-side',
    'concedes-by-name',
    'relies-without-cycle',
    'no-undercut-of-own-claim',
  ].filter((rule) => rule !== 'no-second-link-between-versions')

  test.each(ofVersion1)('version 1 explains the write rule %s in a row of its own', (rule) => {
    expect(fileOf(1)).toMatch(new RegExp(`^\\| \\d \\| \`${rule}\` \\| .{20}`, 'm'))
  })

  /** The service refuses it; the rules only give it no effect. */
  const own = 'concedes-by-name'
  test('the version in force names what the service refuses besides', () => {
    expect(fileOf(rulesVersion)).toContain(`(\`${own}\`, \`withdrawn-unnamed\`)`)
  })

  /** Rules of words that move no status; docs/answers.md explains them. */
  const ofAnswers = ['meets-known-points', 'wording-keeps-points']
  test.each(ofAnswers)('the page about answers explains the write rule %s', (rule) => {
    expect(readFileSync('docs/answers.md', 'utf8')).toContain(`(\`${rule}\``)
  })

  const ruled = linkRules.filter((rule) => rule !== own && !ofAnswers.includes(rule))
  test.each(ruled)('the version in force explains the write rule %s', (rule) => {
    expect(fileOf(rulesVersion)).toMatch(new RegExp(`^\\| \\d \\| \`${rule}\` \\| .{20}`, 'm'))
  })

  test.each(rulesVersions)('version %i has the table of statuses, in order', (version) => {
    const rows = [...fileOf(version).matchAll(/^\| (\d+) \| `(\w+)` \| (.+?) \| (.+?) \|/gm)]
      .map(([, row, status, en, ko]) => ({ row: Number(row), status, en, ko }))
      .filter(({ status = '' }) => statuses.some((each) => each === status))
    expect(rows).toEqual(
      statusVocabulary.map(({ status, label }, index) => ({ row: index + 1, status, ...label })),
    )
  })
})

describe('the rules as JSON', () => {
  it.for(rulesVersions)('are the file, to the letter: version %i', async (version, { api }) => {
    const { status, json, headers } = await api(`/v1/rules/${version}`)
    expect(status).toBe(200)
    expect(json).toEqual({
      version,
      inForce: version === rulesVersion,
      url: expect.stringMatching(new RegExp(`^https?://[^/]+/rules/${version}$`)),
      text: fileOf(version),
    })
    const tag = headers.get('etag') ?? ''
    const again = await api(`/v1/rules/${version}`, { headers: { 'if-none-match': tag } })
    expect([headers.get('cache-control'), again.status]).toEqual(['private, no-cache', 304])
  })

  it('are listed, with one version in force', async ({ api }) => {
    const { items, rulesVersion: current } = await read<{
      items: { version: number; inForce: boolean }[]
      rulesVersion: number
    }>(api, '/v1/rules')
    expect(items.map(({ version }) => version)).toEqual(rulesVersions)
    expect(items.filter(({ inForce }) => inForce).map(({ version }) => version)).toEqual([current])
    expect(current).toBe(rulesVersion)
  })

  it.for(['0', '3', '01', '1.0', 'x', '1%20'])(
    'refuse an unknown version and name the known ones: %s',
    async (version, { api }) => {
      const { status, json } = await api(`/v1/rules/${version}`)
      expect([status, json]).toEqual([
        404,
        expect.objectContaining({ versions: [...rulesVersions] }),
      ])
      const page = await api(`/rules/${version}`, asBrowser)
      expect(page.status).toBe(404)
      for (const known of rulesVersions) expect(page.text).toContain(`/rules/${known}?lang=`)
    },
  )
})

describe('the rules as pages', () => {
  it.for(rulesVersions)('have an id on every heading: version %i', async (version, { api }) => {
    const page = await pageOf(api, `/rules/${version}`)
    const headings = [...page.matchAll(/<h[2-6]([^>]*)>/g)].map(([, attributes]) => attributes)
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(headings.length).toBeGreaterThan(15)
    expect(headings.filter((attributes = '') => !/ id="[^"]+"/.test(attributes))).toEqual([])
    expect(ids).toEqual([...new Set(ids)])
    // Links within the text, and to the rows of statuses, lead somewhere.
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)
    expect(targets.filter((id) => !ids.includes(id))).toEqual([])
    expect(statuses.filter((status) => !ids.includes(status))).toEqual([])
    expect(page).not.toMatch(/href="[^"]*\.md/)
  })

  it('say which version is in force', async ({ api }) => {
    for (const version of rulesVersions) {
      const page = await pageOf(api, `/rules/${version}?lang=en`)
      expect([version, page.includes('In force')]).toEqual([version, version === rulesVersion])
    }
    expect(await pageOf(api, '/rules?lang=en')).toMatch(/href="\/rules\/2\?lang=en"/)
  })

  it('tell Korean readers that the text is English, and sum it up', async ({ api }) => {
    for (const version of rulesVersions) {
      const page = await pageOf(api, `/rules/${version}?lang=ko`)
      expect(page).toMatch(/<html lang="ko"/)
      expect(page).toMatch(/<article lang="en"/)
      expect(page).toContain('규칙의 본문은 영어로')
      for (const { label } of statusVocabulary) expect(page).toContain(`‘${label.ko}’`)
    }
  })
})

describe('every status links to its rules', () => {
  const id = '019ae1e5-0016-72bc-80b2-26737410feed'
  const path = `/rules/${rulesVersion}`

  it('in JSON, wherever the version is named', async ({ api }) => {
    const named = { rulesVersion, rules: path }
    const claim = await read<{ explanation: unknown }>(api, `/v1/claims/${id}`)
    expect(claim.explanation).toMatchObject(named)
    const history = await read<{ items: unknown[] }>(api, `/v1/claims/${id}/history`)
    expect(history.items[0]).toMatchObject(named)
    expect(await read<object>(api, '/v1/statuses')).toMatchObject(named)
  })

  it('on its page, in its history and on its card', async ({ api }) => {
    const page = await pageOf(api, `/claims/${id}`)
    const card = await pageOf(api, `/embed/claims/${id}`)
    const link = new RegExp(`href="https?://[^/]+${path}(?:\\?lang=\\w+)?#denied"`, 'g')
    expect(page.match(link)).toHaveLength(2)
    expect(card.match(link)).toHaveLength(1)
  })
})
