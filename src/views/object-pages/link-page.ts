import { countering } from '../../domain/counterpoint.ts'
import { found } from '../../domain/errors.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { CounterpointRole, Relation } from '../../domain/kinds.ts'
import { loadRoles } from '../../store/counterpoint-roles.ts'
import type { Db } from '../../store/database/db.ts'
import { readSnapshot } from '../../store/database/transaction.ts'
import { listEventsOf } from '../../store/event-page.ts'
import { loadLinkRows } from '../../store/link-rows.ts'
import { listLinksOnto } from '../../store/links-onto.ts'
import type { ClaimView } from '../claim.ts'
import { viewEvent, type EventView } from '../event.ts'
import { showLasting } from '../lasting.ts'
import { viewLink, type LinkView } from '../objects.ts'
import { presentInOrder } from '../present-claims.ts'
import { aLink } from '../remaining.ts'

/** A link with the claim that it starts at and the one that it leads to. */
export interface LinkWithEnds {
  readonly link: LinkView
  readonly from: ClaimView
  /** Of a link onto a link, the link that it leads to. */
  readonly to: { readonly claim: ClaimView } | { readonly link: LinkWithEnds }
}

/** What the page of a link shows. */
export interface LinkPageData extends LinkWithEnds {
  /** Who answers by it, if it is an answer. */
  readonly role: CounterpointRole | 'own' | undefined
  /** Live links onto it. */
  readonly onto: readonly { readonly link: LinkView; readonly from: ClaimView }[]
  readonly isCut: boolean
  /** Its events, newest first. */
  readonly events: readonly EventView[]
}

/** How much of each kind is shown. */
const shownMax = { onto: 10, events: 10 }

/** @throws {DomainError} `not-found`, `merged`; `gone` or `legally-withheld` if its words were removed */
export function loadLinkPage(db: Db, id: string, language: DisplayLanguage): Promise<LinkPageData> {
  return readSnapshot(db, async (now) => {
    const { body: link } = await showLasting(now, aLink, id, language)
    const chain = await chainOf(now, link, language)
    const [ontoIds, events] = await Promise.all([
      listLinksOnto(now, id, { limit: shownMax.onto + 1 }),
      listEventsOf(now, id, { limit: shownMax.events }),
    ])
    const rows = await loadLinkRows(now, ontoIds.slice(0, shownMax.onto), language)
    const onto = rows.map(viewLink)
    const ends = [...chain, ...onto].flatMap(({ from, to }) =>
      'claim' in to ? [from, to.claim] : [from],
    )
    const presented = await presentInOrder(now, [...new Set(ends)], language)
    const views = new Map(presented.map(({ view }) => [view.id, view]))
    const linked = withEnds(chain, views)
    const answered = 'claim' in linked.to ? linked.to.claim : linked.to.link.from
    const roles = isAnswer(link.relation)
      ? await loadRoles(now, [{ claim: link.from, answered: answered.id }])
      : undefined
    return {
      ...linked,
      role: roles?.get(link.from),
      onto: onto.map((each) => ({ link: each, from: found(views.get(each.from)) })),
      isCut: ontoIds.length > shownMax.onto,
      events: events.map(({ body }) => viewEvent(body)),
    }
  })
}

function isAnswer(relation: Relation): boolean {
  const answering: readonly Relation[] = countering
  return answering.includes(relation)
}

/** A link, the link that it leads to, and so on. */
async function chainOf(
  db: Db,
  link: LinkView,
  language: DisplayLanguage,
): Promise<readonly LinkView[]> {
  if ('claim' in link.to) return [link]
  const [row] = await loadLinkRows(db, [link.to.link], language)
  return [link, ...(await chainOf(db, viewLink(found(row)), language))]
}

function withEnds(
  [link, ...rest]: readonly LinkView[],
  views: ReadonlyMap<string, ClaimView>,
): LinkWithEnds {
  const own = found(link)
  const from = found(views.get(own.from))
  return 'claim' in own.to
    ? { link: own, from, to: { claim: found(views.get(own.to.claim)) } }
    : { link: own, from, to: { link: withEnds(rest, views) } }
}
