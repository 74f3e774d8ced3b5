import { z } from 'zod'
import { counterpointRoles, directions } from '../domain/kinds.ts'
import { id } from '../domain/references.ts'
import { claimView } from './claim.ts'
import { linkView } from './objects.ts'

const fields = {
  claim: claimView,
  link: linkView,
  direction: z.enum(directions).meta({
    description:
      'Whether it answers this claim (`onto`), or this claim rebuts it (`from`): a rebuttal counts against both.',
  }),
  role: z.enum(counterpointRoles),
  isOwn: z.boolean().meta({
    description: 'Whether the speaker of the claim that it answers says it.',
  }),
  label: z.string().meta({
    description:
      'For lists, in a few words: where it stands or, while nobody has answered it, who answers. Nobody’s reply should look approved because nobody replied to it yet.',
  }),
  effective: z.boolean().meta({ description: 'Whether its attack on the claim is not OUT.' }),
  via: id.nullable().meta({ description: 'The restatement through which it is reached.' }),
}

export interface CounterpointView extends z.output<z.ZodObject<typeof fields>> {
  counterpoints: CounterpointView[]
}

export const counterpointView: z.ZodType<CounterpointView> = z
  .object({
    ...fields,
    get counterpoints() {
      return z.array(counterpointView)
    },
  })
  .meta({ id: 'Counterpoint' })
