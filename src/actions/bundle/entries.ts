import type { ObjectNoun } from '../../domain/nouns.ts'
import { randomUUIDv7 } from 'node:crypto'
import type { CitationEntry } from '../../domain/entries.ts'
import type { NewCitation } from '../../domain/citation.ts'
import { settlePoints } from '../../domain/points.ts'
import { responseOf } from '../../domain/response.ts'
import { citationsOfNew } from './joined-evidence.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import type { MetPoints } from './met-points.ts'
import type { Names } from './names.ts'
import type { Entries } from './new-entries.ts'

/**
 * Builds the entries of all new lines. Every reference in the lines must already be resolved.
 *
 * @param met the ids of the points that lines of links name
 */
export function entriesOf(
  lines: readonly NumberedLine[],
  names: Names,
  met: MetPoints = new Map(),
): Entries {
  const fresh = lines.filter(({ line }) => !names.known.has(line))
  const idOf = (line: number) => known(names.ids.get(line))
  const resolve = (type: ObjectNoun, reference: string) => known(names.resolve(type, reference))
  const cite = (of: CitationEntry['of'], claim: string, citations: readonly NewCitation[]) =>
    citations.map(({ id = randomUUIDv7(), report, ...citation }, position) => {
      return { ...citation, id, of, claim, position, report: resolve('report', report) }
    })

  const evidence = citationsOfNew(lines, names)
  const claims = linesOf(fresh, 'claim')
  const links = linesOf(fresh, 'link')
  return {
    sources: linesOf(fresh, 'source').map(({ line, value: { type: _, ref: __, ...source } }) => ({
      ...contentOf(source),
      id: idOf(line),
      slug: known(names.slugs.get(line)),
      affiliations: source.affiliations.map((affiliation) => ({
        ...affiliation,
        source: resolve('source', affiliation.source),
      })),
    })),
    reports: linesOf(fresh, 'report').map(({ line, value: { type: _, ref: __, ...report } }) => ({
      ...contentOf(report),
      id: idOf(line),
      source: resolve('source', report.source),
    })),
    claims: claims.map(({ line, value: { type: _, ref: __, citations: ___, ...claim } }) => ({
      ...contentOf(claim),
      id: idOf(line),
      speaker: claim.speaker && resolve('source', claim.speaker),
      about: [...new Set(claim.about.map((about) => resolve('source', about)))],
      points: settlePoints(claim.points, [], ''),
    })),
    links: links.map(({ line, value: { type: _, ref: __, citations: ___, ...link } }) => ({
      ...contentOf(link),
      id: idOf(line),
      from: resolve('claim', link.from),
      response: responseOf(link.relation, link.response),
      meets: [...(met.get(line) ?? link.meets)],
      to:
        'claim' in link.to
          ? { claim: resolve('claim', link.to.claim) }
          : { link: resolve('link', link.to.link) },
    })),
    stories: linesOf(fresh, 'story').map(({ line, value: { type: _, ref: __, ...story } }) => ({
      ...contentOf(story),
      id: idOf(line),
      slug: known(names.slugs.get(line)),
      claims: [...new Set(story.claims.map((claim) => resolve('claim', claim)))],
    })),
    citations: [
      ...claims.flatMap(({ line }) =>
        cite({ claim: idOf(line) }, idOf(line), evidence.get(idOf(line)) ?? []),
      ),
      ...links.flatMap(({ line, value }) =>
        cite({ link: idOf(line) }, resolve('claim', value.from), value.citations),
      ),
    ],
  }
}

/**
 * The entry without its redaction, which has its own event, and without `uncited`, which is derived
 * from its citations.
 */
function contentOf<T extends object>(entry: T) {
  const {
    redaction: _,
    uncited: __,
    ...content
  } = {
    redaction: undefined,
    uncited: undefined,
    ...entry,
  }
  return content
}

function known(value: string | undefined): string {
  if (value === undefined)
    throw new Error('A line was entered before its references were resolved.')
  return value
}
