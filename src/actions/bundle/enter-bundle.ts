import { DomainError } from '../../domain/errors.ts'
import type { Actor } from '../../domain/actor.ts'
import { isPointId } from '../../domain/points.ts'
import type { BundleLineOf } from '../../formats/bundle.ts'
import { insertBundleRefs, type Namespace } from '../../store/bundle-refs.ts'
import type { Writing } from '../record/writing.ts'
import type { Amended } from './amend.ts'
import { bundlePolicy } from './duplicate-policy.ts'
import { inCallerNames } from './caller-names.ts'
import { selfAffiliations } from './check-affiliations.ts'
import { findAtRisk } from './check-cited.ts'
import { futureDates } from './check-dates.ts'
import { voidedMentions, withoutOwnPartings, withoutOwnVoids } from './check-voided.ts'
import { endLives, findEndingsThatCame } from './end-lives.ts'
import { endingsOf } from './endings.ts'
import { enterObjects } from './enter.ts'
import { entriesOf } from './entries.ts'
import type { Touched } from './held-claims.ts'
import { addJoinedEvidence, joinedClaims } from './joined-evidence.ts'
import { withFollowers } from './followers.ts'
import { judgeLines } from './judge-lines.ts'
import { judgeRecord } from './judge-record.ts'
import type { DuplicatePolicy } from './candidates.ts'
import { isObjectLine, linesOf, type NumberedLine } from './lines.ts'
import { mentionsOf } from './mentions.ts'
import { findMetPoints, type MetPoints } from './met-points.ts'
import { withMergesInForce } from './merged-references.ts'
import { enterMerges, mergedAmong, voidMerges } from './merges.ts'
import { regionMaxOfRequest } from './merge-region.ts'
import { moveNamed, survivors } from './move-named.ts'
import { overquotedLines } from './overquoted-lines.ts'
import { pointlessLinks } from './pointless-links.ts'
import { nameObjects, type Names, type NamingOptions } from './names.ts'
import { requirePermission } from './permission.ts'
import { redactTombstones, tombstonesAmong } from './redact.ts'
import { RefusedLines } from './refused-lines.ts'
import { resend, type OnChange } from './resend.ts'
import { settleEnded } from './settle-ended.ts'
import { unresolved } from './unresolved.ts'

/** The names of a bundle's lines, and what happened to the known ones. */
export interface EnteredBundle extends Names {
  /** Includes lines of merges. */
  readonly ids: ReadonlyMap<number, string>
  /** Lines that amended the object of their ref. */
  readonly amended: ReadonlySet<number>
  /** Lines that are already in the record. */
  readonly unchanged: ReadonlySet<number>
}

/**
 * Enters the lines of a bundle, judged as a whole: objects, then ends of lives, then merges, then
 * the rules for links, checked against the resulting record.
 *
 * @param single what to do about likely duplicates if no header says so
 * @param judgesLines checks each line against the consequence rule as if it came alone; otherwise
 * the write is checked as a whole
 * @throws {RefusedLines} if some cannot be entered; the transaction must then be rolled back
 */
export async function enterBundle(
  writing: Writing,
  lines: readonly NumberedLine[],
  {
    judgesLines = false,
    regionMax = regionMaxOf(writing.actor),
    check,
    single,
    voids,
  }: BundleOptions = {},
): Promise<EnteredBundle> {
  const { meter } = writing
  requirePermission(writing.actor, lines)
  const header = headerOf(lines)
  const namespace =
    header?.namespace === undefined
      ? undefined
      : { owner: writing.actor.id, name: header.namespace }
  const policy = single ?? bundlePolicy(header?.duplicates)
  const named = await nameObjects(writing.tx, lines, namespace, policy, {
    check,
    lookedUp: writing.lookedUp,
    meter,
  })
  const { names: found, faults, likely } = named
  const parted = await withoutOwnPartings(writing.tx, lines, found)
  const names = voids ? withoutOwnVoids(lines, parted, voids) : parted
  const added = lines.filter(({ line }) => !names.known.has(line))
  const all = [
    ...faults,
    ...unresolved(lines, names),
    ...pointlessLinks(lines, names),
    ...selfAffiliations(added, names),
  ]
  if (all.length > 0) throw withFollowers([...all, ...likely], lines, names, meter)
  meter.check()

  writing.refuseQuotes((over) => withFollowers(overquotedLines(lines, over), lines, names, meter))
  return inCallerNames(lines, names, meter, async () => {
    const onChange = header?.onChange ?? 'refuse'
    const came = namespace ? await findEndingsThatCame(writing.tx, lines, names) : new Set<number>()
    const fresh = lines.filter(({ line }) => !names.known.has(line) && !came.has(line))
    const wrong = [
      ...voidedMentions(fresh, names),
      ...fresh.filter(isObjectLine).flatMap((line) => futureDates(line, writing.at)),
    ]
    if (wrong.length > 0) throw new RefusedLines([...wrong, ...likely])
    // An export has points that were removed, and answers that meet points of what is merged later.
    const isTaken = single ? () => false : isPointId
    meter.check()
    const points = await findMetPoints(writing.tx, fresh, names, { isTaken, meter })
    const { met, faults: unmet } = points
    if (unmet.length > 0) throw new RefusedLines([...unmet, ...likely])
    const scope = { namespace, onChange, came, regionMax, voids, met }
    const isJudged = judgesLines
      ? await judgeLines(
          writing,
          lines.filter(({ line }) => !came.has(line)),
          names,
          (alone, part, ofPart) => enterLines(alone, part, ofPart, scope),
        )
      : undefined
    const entered = await enterNamed(writing, lines, names, scope)
    if (isJudged === false) throw unjudged()
    if (isJudged) writing.settleConsequences()
    // Likely duplicates are reported only if nothing is wrong with the lines themselves.
    if (likely.length > 0) throw new RefusedLines(likely)
    return entered
  })
}

interface BundleOptions extends Pick<NamingOptions, 'check'> {
  readonly judgesLines?: boolean
  readonly single?: DuplicatePolicy
  /** For lines that come in parts: whether another part voids the referenced object. */
  readonly voids?: ((reference: string) => boolean) | undefined
  /** How much its merges may rewrite and relabel; by default, as much as a request may. */
  readonly regionMax?: number
}

/** The command line has no deadline. */
function regionMaxOf({ role }: Actor): number {
  return role === 'system' ? Infinity : regionMaxOfRequest
}

interface Scope {
  readonly regionMax: number
  readonly namespace: Namespace | undefined
  readonly onChange: OnChange
  /** Lines of endings that the record already has. */
  readonly came: ReadonlySet<number>
  readonly voids: BundleOptions['voids']
  readonly met: MetPoints
}

/** Rare: a bundle that is right as a whole, but cannot be entered line by line. */
function unjudged(): DomainError {
  const message =
    'These lines could not be judged one by one, as the lines of an editor are. Send them as separate writes, or have an administrator import them.'
  return new DomainError('conflict', message)
}

async function enterNamed(
  writing: Writing,
  lines: readonly NumberedLine[],
  names: Names,
  scope: Scope,
): Promise<EnteredBundle> {
  if (scope.namespace !== undefined) rememberRefs(writing, names, scope.namespace)
  const fresh = lines.filter(({ line }) => !scope.came.has(line))
  const atRisk = await findAtRisk(writing.tx, fresh, names, scope.voids)
  writing.meter.check()
  const { amended, merges } = await enterLines(writing, lines, names, scope)
  const newRulings = new Map(
    [...amended].flatMap(([line, { isNewRuling }]) =>
      isNewRuling ? [[names.ids.get(line) ?? '', line] as const] : [],
    ),
  )
  await judgeRecord(writing, fresh, names, { atRisk, newRulings })
  const amendedLines = new Set(amended.keys())
  return {
    ...names,
    ids: new Map([...names.ids, ...merges.ids]),
    amended: amendedLines,
    unchanged: names.known.difference(amendedLines).union(scope.came).union(merges.known),
  }
}

function rememberRefs({ tx, deferred }: Writing, { refs }: Names, namespace: Namespace): void {
  deferred.spare(() => insertBundleRefs(tx, namespace, refs))
}

/** Enters the lines, before it is known whether the resulting record is allowed. */
async function enterLines(
  writing: Writing,
  lines: readonly NumberedLine[],
  named: Names,
  { namespace, onChange, came, regionMax, met }: Scope,
) {
  const mayComeAgain = namespace !== undefined
  const region = { max: regionMax, left: regionMax }
  await voidMerges(writing, lines, { mayComeAgain, region })
  const names = await withMergesInForce(writing.tx, named)
  const touched = [
    ...endingsOf(lines, names),
    ...tombstonesAmong(lines, names),
    ...claimsOfResent(names),
    ...mergedAmong(lines, named),
    ...joinedClaims(lines, names),
  ]
  const entries = entriesOf(lines, names, met)
  writing.meter.check()
  await enterObjects(writing, entries, {
    touched,
    leadsTo: survivors(names),
    // A void of a merge may have changed it.
    sound: linesOf(lines, 'void').length > 0 ? new Set() : names.sound,
  })
  await moveNamed(writing, names)
  await addJoinedEvidence(writing, lines, names)
  await redactTombstones(writing, lines, names)
  const amended = namespace
    ? await resend(writing, names, { namespace, onChange, met })
    : new Map<number, Amended>()
  await endLives(writing, lines, names, came)
  await settleEnded(writing, endingsOf(lines, names))
  const merges = await enterMerges(writing, lines, names, { mayComeAgain, region })
  return { amended, merges }
}

/** New claims for known stories. */
function claimsOfResent({ resent, resolve }: Names): Touched[] {
  return resent
    .flatMap(({ value }) => mentionsOf(value))
    .filter(({ type }) => type === 'claim')
    .map(({ type, reference }) => ({ type, object: resolve(type, reference) ?? '' }))
}

/** @throws {RefusedLines} if there is a header that is not the first line */
function headerOf(lines: readonly NumberedLine[]): BundleLineOf<'bundle'> | undefined {
  const headers = linesOf(lines, 'bundle')
  const late = headers.filter((header) => header.line !== lines[0]?.line)
  const message = 'The line of type bundle comes first, once.'
  if (late.length > 0)
    throw new RefusedLines(
      late.map(({ line }) => ({ line, pointer: '/type', code: 'misplaced', message })),
    )
  return headers[0]?.value
}
