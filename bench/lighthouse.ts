/** `npm run lighthouse` measures pages of the demo record with Lighthouse, and writes bench/LIGHTHOUSE.md. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { browserPath } from '../test/support/chromium.ts'
import { withPictureService } from '../test/support/picture-service.ts'
import { seedIds } from '../test/support/seed.ts'

/** Installed for the run alone: newer ones do not install beside the packages of this project. */
const version = '12.2.3'
const runs = 5
const scoreMin = 95
const port = '18473'

const usage = `Measures the first page, a claim, a story and a search of the demo record in both languages with
Lighthouse ${version} (a phone, simulated), ${runs} times each, and writes the medians to bench/LIGHTHOUSE.md.
It starts a service of its own, and needs chromium and a package registry.

  npm run lighthouse`

if (process.argv.length > 2 || browserPath === undefined) {
  process.stderr.write(`${usage}\n`)
  process.exit(process.argv[2] === '--help' ? 0 : 2)
}

const pages = {
  'the first page': '/',
  'a claim': `/claims/${seedIds()('R1')}`,
  'a story': '/stories/ms-ai-sales-targets',
  'a search': '/claims?q=AI&status=unchallenged,disputed',
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
type Scores = Readonly<Record<(typeof categories)[number], number>>

/** The scores of a visit, and what was not right about the page. */
interface Visit {
  readonly scores: Scores
  readonly faults: readonly string[]
}

const score = z.object({ score: z.number() })
const Report = z.object({
  categories: z.object({
    performance: score,
    accessibility: score,
    'best-practices': score,
    seo: score,
  }),
  audits: z.record(
    z.string(),
    z.object({ id: z.string(), score: z.number().nullable(), scoreDisplayMode: z.string() }),
  ),
})

const folder = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-lighthouse-'))
const env = { DEMO: 'on', PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` }
const lines: string[] = []
const loadsSeen: number[] = []
try {
  await withPictureService({ env }, async (origin) => {
    for (const [name, address] of Object.entries(pages))
      for (const lang of ['en', 'ko']) {
        const url = new URL(address, origin)
        url.searchParams.set('lang', lang)
        loadsSeen.push(os.loadavg()[0] ?? Number.NaN)
        const all: Visit[] = []
        for (let run = 0; run < runs; run++) all.push(await measure(url.href))
        const medians = categories.map((category) =>
          median(all.map(({ scores }) => scores[category])),
        )
        const isLow = medians.some((each) => each < scoreMin)
        const faults = [...new Set(all.flatMap((each) => each.faults))].toSorted().join(', ')
        const line = `| ${isLow ? '⚠ ' : ''}${name}, ${lang} | ${medians.join(' | ')} | ${faults} |`
        process.stderr.write(`${line}\n`)
        lines.push(line)
      }
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
writeFileSync(new URL('LIGHTHOUSE.md', import.meta.url), document(lines))
process.exitCode = lines.some((line) => line.includes('⚠')) ? 1 : 0

async function measure(url: string): Promise<Visit> {
  const sandbox = process.getuid?.() === 0 ? ' --no-sandbox' : ''
  const flags = [`--chrome-flags=--headless=new${sandbox}`, '--output=json', '--quiet']
  const child = spawn(
    'npm',
    ['exec', '--yes', `--package=lighthouse@${version}`, '--', 'lighthouse', url, ...flags],
    {
      cwd: folder,
      env: { ...process.env, CHROME_PATH: browserPath, CI: 'true' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')])
  const { categories: found, audits } = Report.parse(JSON.parse(output))
  const of = (category: (typeof categories)[number]) => Math.round(found[category].score * 100)
  const faults = Object.values(audits).flatMap(({ id, score: got, scoreDisplayMode }) =>
    scoreDisplayMode === 'binary' && got === 0 ? id : [],
  )
  const scores = {
    performance: of('performance'),
    accessibility: of('accessibility'),
    'best-practices': of('best-practices'),
    seo: of('seo'),
  }
  return { scores, faults }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function document(rows: readonly string[]): string {
  const loads = `${Math.min(...loadsSeen).toFixed(0)} to ${Math.max(...loadsSeen).toFixed(0)}`
  return `# Lighthouse

Written by \`npm run lighthouse\`: pages of the demo record, visited ${runs} times each by Lighthouse ${version} as
a phone with a slow connection (simulated). The numbers are medians, of a hundred. A ⚠ marks a page
with less than ${scoreMin}. The last column names what any visit found wrong.

The load of the machine was ${loads} on ${os.availableParallelism()} cores. Where it is more than the cores, pages are painted late,
and what had come by then (fonts, which are asked for after the page) counts as if the page had waited for
it: Korean pages, which have up to twelve of them, lose most.

| page | performance | accessibility | best practices | SEO | found wrong |
|---|---:|---:|---:|---:|---|
${rows.join('\n')}
`
}
