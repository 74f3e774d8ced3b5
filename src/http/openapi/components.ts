import { z } from 'zod'
import type { Http } from '../contract/env.ts'

type Direction = 'input' | 'output'
type JsonSchema = Record<string, unknown>

export interface Components {
  /** A reference if the schema has a name, otherwise the schema itself. */
  reference(schema: z.ZodType, direction: Direction): JsonSchema
}

/**
 * The named schemas of an app's OpenAPI document. A schema whose input and output differ (a default
 * makes a field optional in one direction only) gets one component for each.
 */
export function componentsOf(http: Http): Components {
  const { openAPIRegistry } = http
  const known = new Map(
    openAPIRegistry.definitions.flatMap((definition) =>
      definition.type === 'component' && definition.componentType === 'schemas'
        ? [[definition.name, JSON.stringify(definition.component)] as const]
        : [],
    ),
  )

  return {
    reference(schema, direction) {
      const { definitions, root } = generate(schema, direction)
      const rename = namesApart(definitions, known, direction)
      for (const [name, definition] of Object.entries(definitions)) {
        const newName = rename(name)
        const component = pointToComponents(definition, rename)
        if (known.has(newName)) continue
        known.set(newName, JSON.stringify(component))
        openAPIRegistry.registerComponent('schemas', newName, component)
      }
      return pointToComponents(root, rename)
    },
  }
}

function generate(schema: z.ZodType, io: Direction): Generated {
  // Nested in another schema, so that a named one becomes a definition too.
  const outer = z.toJSONSchema(z.object({ schema }), {
    io,
    unrepresentable: 'any',
    override: io === 'output' ? leaveOpen : leaveOut,
  })
  return generated.parse(outer)
}

/** Answers may gain fields, and clients must tolerate that. */
function leaveOpen({ zodSchema, jsonSchema }: Overridden): void {
  leaveUnbounded(jsonSchema)
  if (zodSchema instanceof z.ZodObject && !zodSchema.def.catchall)
    delete jsonSchema.additionalProperties
}

/** Client generators assume that a field with a default is always sent. */
function leaveOut({ jsonSchema }: Overridden): void {
  leaveUnbounded(jsonSchema)
  delete jsonSchema.default
}

/** The bounds of exact integers in a double tell a reader nothing. */
function leaveUnbounded(jsonSchema: Overridden['jsonSchema']): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}

type Overridden = Parameters<NonNullable<z.core.ToJSONSchemaParams['override']>>[0]

const generated = z
  .object({
    $defs: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
    properties: z.object({ schema: z.record(z.string(), z.unknown()) }),
  })
  .transform(({ $defs, properties }) => ({ definitions: $defs, root: properties.schema }))
type Generated = z.output<typeof generated>

/**
 * Gives the components distinct names: if two schemas would share one, the direction is appended.
 */
function namesApart(
  definitions: Record<string, JsonSchema>,
  known: ReadonlyMap<string, string>,
  direction: Direction,
): (name: string) => string {
  const suffix = direction === 'input' ? 'Input' : 'Output'
  const texts = new Map(
    Object.entries(definitions).map(([name, definition]) => [
      name,
      JSON.stringify(pointToComponents(definition, (same) => same)),
    ]),
  )
  const apart = new Set<string>()
  for (let size = -1; size < apart.size;) {
    size = apart.size
    for (const [name, text] of texts) {
      const isTaken = known.has(name) && known.get(name) !== text
      const leadsApart = [...apart].some((other) => text.includes(`/schemas/${other}"`))
      if (isTaken || leadsApart) apart.add(name)
    }
  }
  return (name) => (apart.has(name) ? name + suffix : name)
}

function pointToComponents(schema: JsonSchema, rename: (name: string) => string): JsonSchema {
  const { id: _, ...text } = schema
  return JSON.parse(
    JSON.stringify(text).replace(
      /"#\/\$defs\/([^"/]+)"/g,
      (_, name: string) => `"#/components/schemas/${rename(name)}"`,
    ),
  )
}
