/** The closed vocabularies of the record. One word per thing, in SQL, code, URLs and on pages. */

export const claimKinds = ['fact', 'figure', 'opinion', 'ruling'] as const
export type ClaimKind = (typeof claimKinds)[number]

export const relations = [
  'rebuts',
  'undercuts',
  'relies_on',
  'restates',
  'supersedes',
  'concedes',
  'supports',
  'qualifies',
] as const
export type Relation = (typeof relations)[number]

/** What a correction changes: what was said, or only how it was put. */
export const changes = ['substance', 'wording'] as const
export type Change = (typeof changes)[number]

export const aspects = [
  'existence',
  'quantity',
  'scope',
  'timing',
  'attribution',
  'significance',
] as const
export type Aspect = (typeof aspects)[number]

/** What an answer says to the claim that it answers. */
export const responses = ['denies', 'elsewhere', 'confirms', 'neither', 'declines'] as const
export type Response = (typeof responses)[number]

/** What an answer of a party touches of the claim that it answers. */
export const fits = ['meets', 'partly', 'other_point', 'neither', 'confirms'] as const
export type Fit = (typeof fits)[number]

export const sourceKinds = [
  'outlet',
  'company',
  'analyst',
  'person',
  'body',
  'fact_checker',
  'group',
] as const
export type SourceKind = (typeof sourceKinds)[number]

export const affiliationRelations = ['speaks_for', 'part_of', 'employed_by'] as const
export type AffiliationRelation = (typeof affiliationRelations)[number]

export const reportKinds = [
  'article',
  'statement',
  'filing',
  'note',
  'newsletter',
  'post',
  'ruling',
] as const
export type ReportKind = (typeof reportKinds)[number]

export const attributions = ['firsthand', 'named_source', 'unnamed_source', 'relay'] as const
export type Attribution = (typeof attributions)[number]

export const figureForms = ['level', 'change', 'growth_rate'] as const
export type FigureForm = (typeof figureForms)[number]

/** Whether a counterpoint answers the claim (`onto`), or is answered by it (`from`). */
export const directions = ['onto', 'from'] as const
export type Direction = (typeof directions)[number]

export const counterpointRoles = [
  'ruling',
  'party_response',
  'fact_check',
  'analyst_opinion',
  'third_party',
] as const
export type CounterpointRole = (typeof counterpointRoles)[number]
