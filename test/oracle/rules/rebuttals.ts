import { claimNode, guardNode, mayAttack } from './attacks.ts'
import type { CompileRebuttal, Draft } from './compile.ts'
import type { Reading } from './reading.ts'
import type { Link } from './record.ts'

/** §1.3, the table: nodes x, x¹ and x^y over z nodes, for both directions. */
export const withNoneNodes: CompileRebuttal = (draft, reading, [one, other], link) => {
  direction(draft, reading, one, other, link)
  direction(draft, reading, other, one, link)
}

function direction(
  draft: Draft,
  reading: Reading,
  from: readonly string[],
  onto: readonly string[],
  link: Link,
): void {
  const rulings = from.filter((a) => reading.isRuling(a))
  for (const y of onto) {
    // "The rulings in X less these" that y undercuts by live links; most y have one x¹ in common.
    const over = reading.isRuling(y) ? rulings.filter((a) => mayAttack(reading, a, y)) : from
    // "A node over an empty set is left out."
    if (over.length > 0) draft.attacks(attackBy(draft, over, link), claimNode(y))
  }
}

/** "Node x with x ⊢ -z(X), x ⊢ +l". */
function attackBy(draft: Draft, over: readonly string[], link: Link): string {
  const z = draft.noneOf(over)
  const x = `rebuttal ${link.id} unless ${z}`
  if (!draft.nodes.has(x)) {
    draft.add(x)
    draft.attacks(z, x)
    draft.needs(x, guardNode(link.id))
  }
  return x
}

/** §1.3: "one arc per pair: an arc a→b would be IN when a and l are". */
export const withPairs: CompileRebuttal = (draft, reading, [one, other], link) => {
  for (const a of [...one, ...other]) {
    for (const b of one.includes(a) ? other : one) {
      if (!mayAttack(reading, a, b)) continue
      const x = `pair ${link.id} ${a} ${b}`
      draft.add(x)
      draft.needs(x, claimNode(a), guardNode(link.id))
      draft.attacks(x, claimNode(b))
    }
  }
}
