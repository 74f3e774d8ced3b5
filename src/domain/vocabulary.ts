import { z } from 'zod'
import { aspects, attributions, changes, figureForms, fits, relations, responses } from './kinds.ts'
import { labels } from './status.ts'

/**
 * The vocabularies of the record as schema fields, with the meaning of each word. See
 * docs/glossary.md.
 */

export const relation = z.enum(relations).meta({
  id: 'Relation',
  description:
    'How a claim A relates to its target B. `rebuts`: both cannot hold, as A presents it; a denial is a rebuttal by the subject. `undercuts`: A takes away the grounds of B, or the step that a link makes, without asserting the contrary. `relies_on`: A would not stand if B did not. `restates`: A asserts the same on its own sourcing. `supersedes`: A replaces B, by the same speaker. `concedes`: the speaker of A accepts B. `supports` gives a reason for B, and `qualifies` adds scope, context or a condition; neither moves a status.',
})

export const aspect = z.enum(aspects).meta({
  id: 'Aspect',
  description:
    'Which aspect of its target a link addresses: whether it is so at all (`existence`), how much (`quantity`), of whom and how far (`scope`), when (`timing`), who said or did it (`attribution`), or what it means (`significance`).',
})

export const response = z.enum(responses).meta({
  id: 'Response',
  description:
    'What an answer says: it denies the claim (`denies`, the default of `rebuts` and `undercuts`), answers something else (`elsewhere`), confirms it (`confirms`), neither confirms nor denies it (`neither`), or does not comment (`declines`). The last three stand on `qualifies` alone. It never moves a status.',
})

export const fit = z.enum(fits).meta({
  id: 'Fit',
  description:
    'What the answer of a party touches: the claim with all its points (`meets`), some of them (`partly`), something else (`other_point`); or it neither confirms nor denies (`neither`), or confirms (`confirms`).',
})

export const change = z.enum(changes).meta({
  id: 'Change',
  description:
    'What a `supersedes` link changes: what was said (`substance`: a correction, an update, a reversal), or only how it was put (`wording`: the same assertion in better words).',
})

export const arguendo = z.boolean().meta({
  description:
    'For `qualifies`: "even if so". Its speaker grants the claim for the sake of argument, and concedes nothing.',
})

export const attribution = z.enum(attributions).meta({
  id: 'Attribution',
  description:
    'How the report has it: in the words of its own source (`firsthand`), from a source that it names (`named_source`) or does not name (`unnamed_source`), or from another report (`relay`).',
})

export const figureForm = z.enum(figureForms).meta({
  id: 'Form',
  description:
    'What the number is: the value itself (`level`), by how much it changed (`change`), or at which rate it grows (`growth_rate`).',
})

export const label = z.enum(labels).meta({
  id: 'Label',
  description:
    'The grounded labelling of the record: everything that a node needs is `IN` and everything that attacks it is `OUT` (`IN`); something that it needs is `OUT` or something that attacks it is `IN` (`OUT`); this settles neither (`UNDEC`).',
})
