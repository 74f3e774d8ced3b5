import { goldenCases as cases, moreCases } from '../oracle/rules/golden-cases.ts'
import { itemsOf } from '../oracle/rules/items-of.ts'

/** The golden cases, and those for what they leave out, as input of the engine. */
export const goldenCases = [...cases, ...moreCases].flatMap((each) => {
  const { name, expect, link_guards: guards = {} } = each
  if (expect === undefined) return []
  const expected = Object.entries(expect).map(([id, { badges: _, ...judgement }]) => {
    return [id, judgement] as const
  })
  return [
    {
      name,
      items: itemsOf(each),
      expected: new Map(expected),
      badges: new Map(Object.entries(expect).map(([id, { badges }]) => [id, badges])),
      guards: new Map(Object.entries(guards)),
    },
  ]
})
export type GoldenCase = (typeof goldenCases)[number]
