import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { textOf } from '../../support/document.ts'
import { it } from '../../support/seed-api.ts'

const items = z.array(z.looseObject({ title: z.string(), URL: z.string() }))

const title =
  '[마이크로소프트 답변: 다른 점] 디인포메이션: MS 내부 일부 사업부가 특정 AI 제품의 매출 목표를 하향 조정했다'

describe('a claim is cited', () => {
  it.for([
    ['.bib', 'application/x-bibtex; charset=utf-8'],
    ['.ris', 'application/x-research-info-systems; charset=utf-8'],
    ['.csl.json', 'application/vnd.citationstyles.csl+json'],
  ] as const)(
    'as %s, which programs read back with every letter',
    async ([form, type], { api, refs }) => {
      const { status, text, headers } = await api(`/claims/${refs('R1')}${form}?lang=ko`)

      expect([status, headers.get('content-type')]).toEqual([200, type])
      const [read] = items.parse(new Cite(text).data)
      expect(read?.title).toBe(title)
      expect(read?.URL).toContain(`/claims/${refs('R1')}?lang=ko&asOf=`)
    },
  )

  it('under an address that shows it as it was cited', async ({ api, refs }) => {
    const { text } = await api(`/claims/${refs('R1')}?lang=en`, {
      headers: { accept: 'text/html' },
    })

    const [, address = ''] =
      /Cite it as it stands here: Counterpoint\. “.*?” \(3 December 2025; Translated from Korean\)\. .*? As of .*? (http\S+)/.exec(
        textOf(text),
      ) ?? []
    const { pathname, search } = new URL(address)
    const then = await api(pathname + search, { headers: { accept: 'text/html' } })

    expect(then.status).toBe(200)
    expect(textOf(then.text)).toContain('This is how the claim stood on ')
    for (const form of ['.bib', '.ris', '.csl.json'])
      expect(text).toContain(`${refs('R1')}${form}?`)
  })
})
