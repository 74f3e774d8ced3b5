import { z } from 'zod'
import { explainedMax, type ExplainedChanges } from '../../actions/record/explained-claims.ts'
import { explainedChangeView } from '../claim.ts'

/** Fields that only previews have. */
export const previewFields = {
  preview: z.literal(true).optional().meta({ description: 'Nothing of this was stored.' }),
  explained: z
    .array(explainedChangeView)
    .optional()
    .meta({
      description: `In a preview: claims whose status or explanation would change, before and after. At most ${explainedMax}. The explanations of further claims may contain a name that the write amends.`,
    }),
  isCut: z
    .boolean()
    .optional()
    .meta({ description: 'In a preview: whether there may be more than are in `explained`.' }),
}

/** The fields that only previews have, if this is one. */
export function previewOf(preview: ExplainedChanges | undefined) {
  return preview && { preview: true as const, ...preview }
}
