import type { BundleLine } from './bundle-line.ts'
import { reportOf } from './bundle-source.ts'
import type { PlainClaim } from './record.ts'
import { worldDate } from './world-dates.ts'

/** Valid prose that careless code mangles: markup, joiners, astral planes, right to left, ideographs. */
const trickyProse = [
  'It said <b>"no" & "never"</b>; it didn’t say \\u0000 or %00.',
  'Naïve façade: ½ Å, 25–50 %, 3 × 10⁻³.',
  'نمی‌خواهم said the bulletin, بسیار کم.',
  'The team 👩‍💻🇰🇷 grew\n\tby a line and a tab.',
  '𠮷野家 · 大法院 · “매출 목표”',
]

/** A claim's line, with its words and a citation in its speaker's own report, else in another. */
export function bundleClaim(claim: PlainClaim, index: number, anyone: string): BundleLine {
  const { id, kind, speaker, about, at } = claim
  const isKorean = index % 2 === 0
  const text = `${isKorean ? koreanText(index) : englishText(index)}${tail(index)}`
  const translation = isKorean ? englishText(index) : koreanText(index)
  return {
    type: 'claim',
    ref: id,
    kind,
    speaker,
    about,
    text,
    lang: isKorean ? 'ko' : 'en',
    ...(index % 3 === 0 && {
      texts: [
        {
          lang: isKorean ? 'en' : 'ko',
          text: translation,
          by: index % 2 === 0 ? 'human' : 'machine',
        },
      ],
    }),
    assertedAt: worldDate(at),
    figure: kind === 'figure' ? figure(index) : null,
    citations: [
      {
        report: reportOf(speaker ?? anyone),
        quote: text,
        attribution: speaker === null ? 'unnamed_source' : 'firsthand',
      },
    ],
  }
}

function koreanText(index: number): string {
  return `${index + 1}번 사업부가 인공지능 제품의 매출 목표를 낮췄다.`
}

function englishText(index: number): string {
  return `Unit ${index + 1} lowered its sales target for AI products.`
}

function tail(index: number): string {
  const prose = trickyProse[index % (trickyProse.length * 2)]
  return prose === undefined ? '' : ` ${prose}`
}

function figure(index: number) {
  const low = index % 3 === 0 ? null : `${index}.50`
  return {
    metric: 'sales target',
    form: index % 2 === 0 ? 'level' : 'change',
    low,
    high: index % 3 === 1 ? low : `${index + 20}`,
    lowExclusive: false,
    highExclusive: index % 3 === 0,
    unit: 'percent',
    baseline: index % 2 === 0 ? null : 'previous year',
    period: '2026',
    scope: null,
  }
}
