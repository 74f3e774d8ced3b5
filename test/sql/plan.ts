import type { Client } from 'pg'
import { z } from 'zod'

const node = z.object({
  Alias: z.string().optional(),
  'Join Type': z.string().optional(),
  'Parent Relationship': z.string().optional(),
  Output: z.array(z.string()).optional(),
  get Plans() {
    return z.array(node).optional()
  },
})
type Node = z.output<typeof node>
const explained = z.tuple([z.object({ Plan: node })])

/** What can be planned; the rest are commands. */
const planned = /^\s*(?:\/\*.*?\*\/\s*)?(?:select|with|insert|update|delete|\()/i

/**
 * Has a statement planned, which fails where the role may not run it. Returns which of its columns
 * come from the side of an outer join that may have no row.
 */
export async function listOuterColumns(client: Client, text: string): Promise<ReadonlySet<number>> {
  if (!planned.test(text)) return new Set()
  const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(
    `explain (generic_plan, verbose, format json) ${text}`,
  )
  const [{ Plan: plan }] = explained.parse(rows[0]?.['QUERY PLAN'])
  const aliases = new Set(outerAliases(plan))
  const output = plan.Output ?? []
  return new Set(
    output.flatMap((column, index) => {
      const alias = /^"?(?<alias>\w+)"?\."?\w+"?$/.exec(column)?.groups?.['alias']
      return alias !== undefined && aliases.has(alias) ? [index] : []
    }),
  )
}

function outerAliases(plan: Node): string[] {
  const join = plan['Join Type']
  return (plan.Plans ?? []).flatMap((child) => {
    const side = child['Parent Relationship']
    const isOuter =
      join === 'Full' ||
      (join === 'Left' && side === 'Inner') ||
      (join === 'Right' && side === 'Outer')
    return isOuter ? aliasesIn(child) : outerAliases(child)
  })
}

function aliasesIn(plan: Node): string[] {
  const own = plan.Alias === undefined ? [] : [plan.Alias]
  return [...own, ...(plan.Plans ?? []).flatMap(aliasesIn)]
}
