import type { Answer, CiteAccount, ReplacementAccount, StoredAccount } from './account.ts'
import type { ClaimId, LinkId } from './ids.ts'

/** The claims that an account names, some of them twice. */
export function claimsIn(account: StoredAccount): readonly ClaimId[] {
  return [...quotedIn(account), ...Object.values(account.firsts)]
}

/** Those of them that a sentence may quote. */
export function quotedIn(account: Omit<StoredAccount, 'firsts'>): readonly ClaimId[] {
  return [
    ...account.cites.flatMap(claimsOfCite),
    ...(account.voices?.claims ?? []),
    ...[...account.partly.named, ...account.retracted.named].map(({ claim }) => claim),
    ...account.gaveUp.named.flatMap(claimsOfReplacement),
    ...account.context.named,
    ...(account.upheld?.named ?? []),
    ...account.setAside.named.flatMap(({ ruling, by }) => [ruling, by]),
  ]
}

function claimsOfCite(cite: CiteAccount): readonly ClaimId[] {
  switch (cite.as) {
    case 'step':
      return [cite.claim, cite.basis]
    case 'attack':
      return [cite.claim, ...claimsOfAnswer(cite.answer)]
    case 'replacement':
      return claimsOfReplacement(cite)
    case 'basis':
    case 'admission':
    case 'finding':
    default:
      return [cite.claim]
  }
}

function claimsOfReplacement(cite: ReplacementAccount): readonly ClaimId[] {
  return 'accepted' in cite && cite.accepted !== null ? [cite.claim, cite.accepted] : [cite.claim]
}

function claimsOfAnswer(answer: Answer | null): readonly ClaimId[] {
  if (answer?.kind === 'conceded') return [answer.concession]
  return answer?.kind === 'not_addressed' ? answer.by.claims : []
}

export function linksIn({ cites }: StoredAccount): readonly LinkId[] {
  return cites.flatMap((cite) => {
    if (cite.as !== 'attack' && cite.as !== 'finding') return []
    const { links = [], reverse = [] } = cite
    const isDropped = cite.as === 'attack' && cite.answer?.kind === 'dropped'
    return [...links, ...reverse, ...(isDropped ? [cite.answer.link] : [])]
  })
}
