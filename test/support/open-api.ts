import { z } from 'zod'

const valueSchema = z.looseObject({
  $ref: z.string().optional(),
  enum: z.array(z.string()).optional(),
})

const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  schema: valueSchema.extend({
    type: z.string().optional(),
    items: valueSchema.optional(),
  }),
})

const operation = z.object({
  operationId: z.string(),
  security: z.array(z.unknown()),
  // Shared parameters, which every caller may omit.
  parameters: z
    .array(z.union([parameter, z.object({ $ref: z.string() })]))
    .default([])
    .transform((all) => all.filter((each) => 'name' in each)),
  requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
  responses: z.record(z.string(), z.unknown()),
})

const openApi = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) })

/** An operation as the OpenAPI document has it. */
export interface Operation extends z.output<typeof operation> {
  readonly path: string
  /** In capitals. */
  readonly method: string
  /** The media types of its body. */
  readonly mediaTypes: readonly string[]
}

export function operationsIn(document: unknown): Operation[] {
  return Object.entries(openApi.parse(document).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]) => ({
      ...each,
      path,
      method: method.toUpperCase(),
      mediaTypes: Object.keys(each.requestBody?.content ?? {}),
    })),
  )
}

/** The path of an operation with ids, or other values, filled in. */
export function pathOf({ path }: Operation, values: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
}
