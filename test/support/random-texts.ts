import * as fc from './fast-check.ts'

const english =
  'the Microsoft quota sales AI To WAVE growth-rate half-year offline Azure salespeople’s U.S. e.g. office/home https://example.org/a-b?c=d'.split(
    ' ',
  )
const korean = '매출 목표를 하향 조정했다 마이크로소프트는 일부 사업부가 漢字 그렇지 않다고'.split(
  ' ',
)
const arabic =
  'خفضت الشركة أهداف المبيعات لا صحة الإجمالية لم تُخفَّض، إنها للذكاء؛ پروژه گزارش چگونه کاهش'.split(
    ' ',
  )
const figures = '50% −25% $1,234.56 1.5조 2025-12-03 3·4분기 10~20% ₩3,000억 (2x) €5m 25–50%'.split(
  ' ',
)

const word = fc.oneof(
  fc.constantFrom(...english, ...korean, ...figures),
  fc.stringMatching(/^[A-Za-z]{1,14}$/),
  fc.stringMatching(/^[가-힣]{1,8}$/),
)

/** Signs around and between words, as texts have them, and as they should not. */
const marks = fc.oneof(
  fc.constant(' '),
  fc.constantFrom(
    ...', |. |; |: | — |—|–|-|/|…|? |! | · |·|(|) |“|”|” | “|‘|’ |"| "| [|] |→| & |?|~'.split('|'),
  ),
)

const sentence = fc
  .array(fc.tuple(word, marks), { minLength: 1, maxLength: 40 })
  .map((pairs) => pairs.flat().join('').trim())

function plain(words: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 60 })
    .map((all) => all.join(' '))
}

/** Texts of claims: in Korean, in English, mixed, with many signs, and without any space. */
export const randomText = fc.oneof(
  plain(english),
  plain(korean),
  plain([...english, ...korean, ...figures]),
  plain(arabic),
  sentence,
  sentence,
  fc.stringMatching(/^[A-Za-z]{50,400}$/),
  fc.stringMatching(/^[가-힣]{50,400}$/),
  fc.stringMatching(/^[A-Za-z0-9/.?=&-]{50,200}$/),
)

const lang = fc.constantFrom('ko', 'en')
const kind = fc.constantFrom('fact', 'opinion')

const shortText = randomText.map((text) => text.slice(0, 60).trim())

/** A claim, its translation, and what is said against it. */
const story = fc.record({
  text: randomText,
  translation: fc.option(randomText),
  answer: randomText,
  context: fc.option(randomText),
  speaker: shortText,
  points: fc.array(shortText, { maxLength: 3 }),
  lang,
  kind,
})

/** Claims with such texts, as lines of a bundle. Their refs are `claim-0` and so on. */
export function randomClaims(count: number, seed: number): object[] {
  const stories = fc.sample(story, { numRuns: count, seed })
  return [
    { type: 'bundle', namespace: `texts-${seed}` },
    { type: 'source', ref: 'subject', kind: 'company', name: `Subject ${seed}` },
    ...stories.flatMap(
      ({ text, translation, answer, context, speaker, points, lang, kind }, index) => {
        const said = { about: ['subject'], assertedAt: '2025-12-03', lang }
        const ref = (name: string) => `${name}-${index}`
        const to = { claim: ref('claim') }
        const texts = [{ lang: lang === 'ko' ? 'en' : 'ko', text: translation, by: 'machine' }]
        return [
          { type: 'source', ref: ref('speaker'), kind: 'outlet', name: `${speaker} ${index}` },
          {
            type: 'claim',
            ref: ref('claim'),
            speaker: ref('speaker'),
            kind,
            text,
            ...said,
            ...(translation !== null && { texts }),
            ...(points.length > 0 && {
              points: points.map((point, at) => ({ text: `${at} ${point}` })),
            }),
          },
          {
            type: 'claim',
            ref: ref('answer'),
            speaker: 'subject',
            kind,
            text: answer,
            ...said,
          },
          { type: 'link', from: ref('answer'), relation: 'rebuts', to },
          ...(context === null
            ? []
            : [
                {
                  type: 'claim',
                  ref: ref('context'),
                  speaker: ref('speaker'),
                  kind,
                  text: context,
                  ...said,
                },
                { type: 'link', from: ref('context'), relation: 'qualifies', to },
              ]),
        ]
      },
    ),
  ]
}
