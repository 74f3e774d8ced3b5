import pino from 'pino'
import { describe, expect } from 'vitest'
import { createApp } from '../../../src/app.ts'
import type { Operator } from '../../../src/domain/operator.ts'
import { textOf } from '../../support/document.ts'
import { importLines } from '../../support/import.ts'
import { it as withDatabase } from '../../support/it.ts'
import { redact } from '../../support/redact.ts'
import { seedLines } from '../../support/seed.ts'

const operator: Operator = {
  name: 'Example Trust',
  contact: { text: 'desk@example.org', href: 'mailto:desk@example.org' },
  legalNotice: 'https://example.org/notice',
}

const it = withDatabase
  .extend('refs', { scope: 'file' }, async ({ db }) => (await importLines(db, seedLines())).refs)
  .extend('erased', { scope: 'file' }, async ({ db, refs }) => {
    const id = refs['S4'] ?? ''
    await redact(db, 'claim', id)
    return `/claims/${id}`
  })
  .extend('page', { scope: 'file' }, ({ db }) => async (path: string, by?: Operator) => {
    const http = createApp({
      db,
      log: pino({ level: 'silent' }),
      publicUrl: new URL('http://counterpoint.example'),
      isServing: () => true,
      operator: by,
    })
    return (await http.request(path, { headers: { accept: 'text/html' } })).text()
  })

describe('an operator who is named', () => {
  it('is named below every page', async ({ page, refs }) => {
    const record = ['/', '/claims', `/claims/${refs['R1']}`, '/stories/ms-ai-sales-targets']
    const objects = ['/sources/microsoft', `/links/${refs['j']}`, '/events/80']
    const service = ['/about', '/data', '/rules', '/problems', '/check', '/embed', '/nothing']
    for (const path of [...record, ...objects, ...service]) {
      const [, footer = ''] = (await page(`${path}?lang=en`, operator)).split('<footer')

      expect([path, textOf(`<p${footer}`)]).toEqual([
        path,
        expect.stringMatching(/Operator: Example Trust · desk@example\.org · Legal notice/),
      ])
      expect(footer).toContain('href="mailto:desk@example.org"')
    }
  })

  it('is where to write to about words that were removed, and on the page about the record', async ({
    page,
    erased,
  }) => {
    const [removed, korean, about] = await Promise.all(
      [`${erased}?lang=en`, `${erased}?lang=ko`, '/about?lang=ko'].map((path) =>
        page(path, operator),
      ),
    )

    expect(textOf(mainOf(removed))).toMatch(/Questions go to the operator .*: Example Trust/)
    expect(textOf(mainOf(korean))).toMatch(/운영자에게: Example Trust/)
    expect(textOf(mainOf(about))).toMatch(/운영자 운영자: Example Trust .* 법적 고지/)
  })
})

it('an operator who is not named is nowhere', async ({ page, erased }) => {
  for (const path of ['/', '/about', erased]) {
    const text = textOf(await page(`${path}?lang=en`))

    expect(text).not.toMatch(/Operator:|Who runs it|Questions go to|Legal notice/)
  }
})

function mainOf(page: string | undefined): string {
  return /<main.*<\/main>/s.exec(page ?? '')?.[0] ?? ''
}
