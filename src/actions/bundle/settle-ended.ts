import type { Change } from '../../engine/record/record.ts'
import { listFreed, settleLinks } from '../../store/equal-links.ts'
import type { Writing } from '../record/writing.ts'

/** Links that led to an ended or voided link count by themselves again. */
export async function settleEnded(
  { tx, changed }: Writing,
  endings: readonly unknown[],
): Promise<void> {
  if (endings.length === 0) return
  const { absorbed, seq } = await listFreed(tx)
  if (absorbed.length === 0) return
  const settled = await settleLinks(tx, absorbed, seq)
  changed(settled.map((link): Change => ({ link })))
}
