import type { Answer, CiteAccount, PastAnswer, PastCite, StoredAccount } from '../domain/account.ts'
import type { SourceId } from '../domain/ids.ts'
import type { ClaimRow } from './claim-rows.ts'

/** A row whose account has the form of today. */
export type ReadableRow = ClaimRow & { readonly account: StoredAccount | null }

/** The account of a claim in the form of today, whatever program stored it. */
export function readableAccount({
  account,
  about,
}: Pick<ClaimRow, 'account' | 'about'>): StoredAccount | null {
  if (account === null) return null
  const none = { named: [], more: 0 }
  if ('subjects' in account) return { firsts: {}, retracted: none, ...account }
  const subjects = about.map(({ id }) => id)
  return {
    cites: account.cites.map((cite) => readableCite(cite, subjects)),
    voices: account.voices,
    // Not counted then: who is named as a party is not said to be one of several.
    subjects: [],
    partly: none,
    retracted: none,
    gaveUp: none,
    context: none,
    setAside: none,
    firsts: {},
  }
}

function readableCite(cite: PastCite, subjects: readonly SourceId[]): CiteAccount {
  switch (cite.as) {
    case 'attack': {
      const { isSubject, answer, ...rest } = cite
      const spokenFor = isSubject ? subjects : []
      return { ...rest, subjects: spokenFor, links: [], answer: answer && readableAnswer(answer) }
    }
    case 'admission':
      return { ...cite, subjects }
    case 'replacement': {
      const { as, claim, relation } = cite
      return relation === 'supersedes'
        ? { as, claim, relation, change: 'substance' }
        : { as, claim, relation, accepted: null }
    }
    case 'basis':
    case 'step':
    case 'finding':
    default:
      return cite
  }
}

function readableAnswer(answer: PastAnswer): Answer {
  return answer.kind === 'conceded' ? { ...answer, by: 'challenger', as: 'concedes' } : answer
}
