import type { DataLicense } from '../../../domain/data-license.ts'
import { answersKeptDays } from '../../../domain/idempotency.ts'
import { answerConstant } from '../../../http/coding/constant.ts'
import type { HttpDeps } from '../../../http/contract/deps.ts'
import type { Contract } from '../../../http/contract/contract.ts'
import { factsOfRoute, withFacts } from '../../../http/contract/facts.ts'
import { describeRoute } from '../../../http/openapi/describe-route.ts'
import { examples } from './examples.ts'
import type { Http } from '../../../http/contract/env.ts'
import { unicodeVersion } from '../../../domain/unicode-tables.ts'
import { tags } from '../../../http/contract/tags.ts'

const description = `Counterpoint keeps the public record of disputed claims: who asserted what, in which document, who answered, and where each claim stands because of it. It gives no verdicts: a status follows from the record by published rules, and anyone can recompute it.

Reads are open. They carry an ETag and answer 304 to \`If-None-Match\`. Answers of more than a kilobyte are compressed with brotli or gzip if \`Accept-Encoding\` allows it; their ETag then ends in \`-br\` or \`-gzip\`, which \`If-Match\` and \`If-None-Match\` take back. Writes need a key (\`Authorization: Bearer …\`); every POST that writes takes an \`Idempotency-Key\`, so that a write retried within ${answersKeptDays} days happens only once, and every change of an object names the version it changes in \`If-Match\`: its ETag, or its \`version\` in quotes. The answer to a write of the record has its last event number in \`Counterpoint-Seq\`; a read that sends this header back sees at least that event, whichever server answers it.

Every write accepts \`preview=true\`: the answer is that of the write, with the sentences that would change, and nothing is stored.

Lists are \`{ "items": […], "next": cursor or null }\`; give \`next\` as \`cursor\`, with the same filters, for the next page. Several values of one filter are separated by commas (\`style: form\`, \`explode: false\`) or sent by repeating it. Unknown parameters are refused, and repeated ones that take a single value. Names in filters must be on record, so that an empty list never hides a misspelt name.

The words of the vocabulary are explained in the [glossary](/docs/glossary). Statuses follow from the record by published [rules](/rules). \`license\` applies to the data.

Texts are stored exactly as they are sent, in any normalization form; slugs, refs and namespaces are in NFC. These characters are refused, with a message that names the character and its position: those not assigned in Unicode ${unicodeVersion}, private use characters, noncharacters and U+FFFD, control characters except tab and line feed, embeddings and overrides of direction, isolates without their other end, U+FFF9 to U+FFFB, tag characters outside the flag of a region, and more than four stacking marks (U+0300–036F, 1AB0–1AFF, 1DC0–1DFF, 20D0–20FF, FE20–FE2F, counted in NFD) on one letter. Positions count code points from 1. Search compares texts folded by NFKC and without case.

Errors are problem documents (RFC 9457, \`application/problem+json\`); their \`type\` is a page that says what to do.`

/**
 * Serves the OpenAPI document of all registered routes.
 *
 * @returns a function that builds it ahead of the first request, which would hold up others
 */
export function serveOpenApi(
  http: Http,
  { publicUrl, dataLicense }: Pick<HttpDeps, 'publicUrl' | 'dataLicense'>,
): () => void {
  let text: string | undefined
  const build = () => (text ??= JSON.stringify(openApiOf(http, publicUrl, dataLicense)))
  const answerRequest = answerConstant(build, {
    'content-type': 'application/json',
    'cache-control': 'public, max-age=300',
  })
  http.get('/openapi.json', withFacts({ isAboutService: true }, answerRequest))
  return build
}

/** The data licence. OpenAPI requires an identifier or an address. */
function licenseOf(publicUrl: URL, license: DataLicense | undefined) {
  if (!license) return { name: 'Terms not stated', url: new URL('/terms', publicUrl).href }
  const { name, id, url } = license
  return id === undefined ? { name, url } : { name, identifier: id }
}

const described = new WeakMap<Http, Set<Contract>>()

/** Describes the routes registered since the last call. */
function describeContracts(http: Http): void {
  const done = described.get(http) ?? new Set()
  for (const route of http.routes) {
    const { contract } = factsOfRoute(route)
    if (!contract || done.has(contract)) continue
    describeRoute(http, contract, examples[contract.operationId])
    done.add(contract)
  }
  if (!described.has(http)) describeKeys(http)
  described.set(http, done)
}

function describeKeys(http: Http): void {
  http.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description:
      'A key of this service. Its scope says what it may do. `contribute`: its writes will be submissions, which somebody else decides on; there is no review yet, so it writes nothing, but it may preview every write that takes `edit`. `edit`: single writes and bundles; what changes the standing of another side takes a second person (409). `admin`: that as well, but its events say so in public; and chosen ids, redactions, and objects without a source.',
  })
}

export function openApiOf(http: Http, publicUrl: URL, dataLicense?: DataLicense) {
  describeContracts(http)
  const document = http.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Counterpoint',
      version: '1',
      description,
      license: licenseOf(publicUrl, dataLicense),
    },
    servers: [{ url: publicUrl.href.replace(/\/$/, '') }],
  })
  const glossary = new URL('/docs/glossary', publicUrl).href
  const externalDocs = { description: 'Glossary: what the words mean.', url: glossary }
  return { ...document, externalDocs, tags: tagsIn(http) }
}

/** The tags in use, in reading order. */
function tagsIn({ openAPIRegistry }: Http) {
  const used = new Set(
    openAPIRegistry.definitions.flatMap((definition) =>
      definition.type === 'route' ? (definition.route.tags ?? []) : [],
    ),
  )
  return Object.entries(tags)
    .filter(([name]) => used.has(name))
    .map(([name, about]) => ({ name, description: about }))
}
