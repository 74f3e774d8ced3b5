import { isAnswering } from '../../src/domain/response.ts'
import type { Change, RecordClaim, RecordLink } from '../../src/engine/record/record.ts'
import type { Edit } from './edits.ts'
import type { EngineStore } from './engine-store.ts'
import { saysNothing } from './small-record.ts'

type EditOf<Do extends Edit['do']> = Extract<Edit, { readonly do: Do }>

/** Makes an edit and returns what it changes; undefined if there is nothing to edit. */
export function makeEdit(store: EngineStore, edit: Edit): readonly Change[] {
  if (edit.do === 'add claim') return addClaim(store, edit)
  if (edit.do === 'add link') return addLink(store, edit)
  if (edit.do === 'affiliate') return affiliate(store, edit)
  if (edit.do === 'drop affiliation') return dropAffiliation(store, edit)
  if (edit.do === 'end link' || edit.do === 'void link') return changeLink(store, edit)
  if (edit.do === 'amend link') return amendLink(store, edit)
  if (edit.do === 'amend answer') return amendAnswer(store, edit)
  return changeClaim(store, edit)
}

function addClaim(store: EngineStore, edit: EditOf<'add claim'>): readonly Change[] {
  const { do: _, ...fields } = edit
  const id = `c${store.claims.size}`
  store.claims.set(id, { ...fields, id, withdrawn: false, voided: false })
  return [{ claim: id, what: 'added' }]
}

function addLink(store: EngineStore, edit: EditOf<'add link'>): readonly Change[] {
  const claims = standing(store.claims)
  const from = pick(claims, edit.from)
  const toClaim = pick(claims, edit.to)
  const toLink =
    edit.relation === 'undercuts' && edit.isOntoLink
      ? pick(standing(store.links), edit.to)
      : undefined
  if (from === undefined || toClaim === undefined) return []
  const id = `l${store.links.size}`
  store.links.set(id, {
    id,
    relation: edit.relation,
    from: from.id,
    to: toLink === undefined ? { claim: toClaim.id } : { link: toLink.id },
    change: edit.relation === 'supersedes' ? edit.change : 'substance',
    ...(isAnswering(edit.relation) ? edit.said : saysNothing),
    ended: false,
    voided: false,
  })
  return [{ link: id }]
}

function changeLink(store: EngineStore, edit: EditOf<'end link' | 'void link'>): readonly Change[] {
  const link = pick(standing(store.links), edit.nth)
  if (link === undefined) return []
  const changed: RecordLink =
    edit.do === 'void link' ? { ...link, voided: true } : { ...link, ended: !link.ended }
  store.links.set(link.id, changed)
  return [{ link: link.id }]
}

/** Makes a correction of substance one of wording, or the reverse. */
function amendLink(store: EngineStore, edit: EditOf<'amend link'>): readonly Change[] {
  const corrections = standing(store.links).filter(({ relation }) => relation === 'supersedes')
  const link = pick(corrections, edit.nth)
  if (link === undefined) return []
  const change = link.change === 'wording' ? 'substance' : 'wording'
  store.links.set(link.id, { ...link, change })
  return [{ link: link.id, isAmended: true }]
}

function amendAnswer(store: EngineStore, edit: EditOf<'amend answer'>): readonly Change[] {
  const answers = standing(store.links).filter(({ relation }) => isAnswering(relation))
  const link = pick(answers, edit.nth)
  if (link === undefined) return []
  store.links.set(link.id, { ...link, ...edit.said })
  return [{ link: link.id }]
}

function changeClaim(
  store: EngineStore,
  edit: EditOf<'withdraw' | 'void claim' | 'amend'>,
): readonly Change[] {
  const claim = pick(standing(store.claims), edit.nth)
  if (claim === undefined) return []
  const set = (changed: RecordClaim) => store.claims.set(claim.id, changed)
  if (edit.do === 'amend') {
    set({ ...claim, ...edit.to })
    return [{ claim: claim.id, what: 'amended' }]
  }
  if (edit.do === 'withdraw') {
    set({ ...claim, withdrawn: !claim.withdrawn })
    return [{ claim: claim.id, what: 'withdrawn' }]
  }
  set({ ...claim, voided: true })
  return [{ claim: claim.id, what: 'voided' }]
}

function affiliate(store: EngineStore, edit: EditOf<'affiliate'>): readonly Change[] {
  const { do: _, ...affiliation } = edit
  store.affiliations.push(affiliation)
  return [{ source: edit.source }]
}

function dropAffiliation(store: EngineStore, edit: EditOf<'drop affiliation'>): readonly Change[] {
  if (store.affiliations.length === 0) return []
  const dropped = store.affiliations.splice(edit.nth % store.affiliations.length, 1)
  return dropped.map((affiliation) => ({ source: affiliation.source }))
}

function standing<T extends { readonly voided: boolean }>(items: ReadonlyMap<string, T>): T[] {
  return [...items.values()].filter((item) => !item.voided)
}

function pick<T>(items: readonly T[], nth: number): T | undefined {
  return items[nth % items.length]
}
