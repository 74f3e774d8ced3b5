import type { Context } from 'hono'
import { html } from 'hono/html'
import { DomainError } from '../../domain/errors.ts'
import { checkDraft } from '../../drafts/check.ts'
import { draftFormats, type SentDraft } from '../../drafts/reading/draft.ts'
import type { CheckTurns } from '../../drafts/turns.ts'
import type { DraftCheckView } from '../../drafts/view.ts'
import type { RecordLook } from '../../html/look.ts'
import { pagePolicy } from '../../html/page/policy.ts'
import { placeOf } from '../../html/page/serve-page.ts'
import { kibibyte } from '../../http/contract/body-format.ts'
import type { Http, HttpEnv } from '../../http/contract/env.ts'
import { withFacts } from '../../http/contract/facts.ts'
import { readBytes, requireMediaType } from '../../http/request/body.ts'
import type { Db } from '../../store/database/db.ts'
import { CheckPage } from './check-page.tsx'

const form = { mediaTypes: ['application/x-www-form-urlencoded'] } as const

/** How long a draft may be, in characters. */
const draftMax = 1024 * kibibyte
/** A form escapes each of the three bytes of a Hangul syllable by three characters. */
const bodyMax = 4 * 1024 * kibibyte
/** The form has two fields. */
const fieldsMax = 8

/**
 * The page on which drafts are checked. A draft comes by POST, so that it stands in no address, and no
 * copy of the answer is kept.
 */
export function checkPageRoutes(http: Http, { db }: { db: Db }, turns: CheckTurns): void {
  http.get(
    '/check',
    withFacts({ readers: 'people' }, (c: Context<HttpEnv>) => show(c)),
  )
  http.post(
    '/check',
    withFacts({ readers: 'people' }, async (c: Context<HttpEnv>) => {
      c.header('cache-control', 'no-store')
      requireMediaType(c.req.raw.headers, form)
      const bytes = await readBytes(c.req.raw, bodyMax, (most) =>
        c.get('holdBody')(undefined, most),
      )
      const draft = draftIn(new TextDecoder().decode(bytes))
      const { language } = placeOf(c)
      return show(c, await turns.run(() => checkDraft(db, draft, language)))
    }),
  )
}

/** The page, with what was found if a draft was sent. */
async function show(c: Context<HttpEnv>, checked?: DraftCheckView): Promise<Response> {
  const place = placeOf(c)
  const { publicUrl, dataLicense } = c.get('deps')
  const look: RecordLook = { language: place.language, publicUrl, dataLicense, isFramed: false }
  const page = CheckPage({ look, place, ...(checked && { checked }) })
  return c.html(html`<!doctype html>${page}`, 200, {
    'content-language': place.language,
    'content-security-policy': pagePolicy,
    'cache-control': checked ? 'no-store' : 'public, max-age=300',
    vary: 'Accept-Language',
  })
}

/** @throws {DomainError} `invalid` */
function draftIn(body: string): SentDraft {
  const fields = body.split('&', fieldsMax).flatMap((field) => [...new URLSearchParams(field)])
  const sent = new Map(fields)
  // Browsers send lines with both marks.
  const text = (sent.get('text') ?? '').replaceAll('\r\n', '\n')
  const asked = sent.get('format') ?? 'text'
  const format = draftFormats.find((each) => each === asked)
  if (format === undefined)
    throw refused('/format', 'not-allowed-value', 'Choose one of the formats.')
  if (text.trim() === '') throw refused('/text', 'blank', 'Paste the words of the draft.')
  if (text.length > draftMax)
    throw refused(
      '/text',
      'too-long',
      `A draft may have ${draftMax} characters. Check it in parts.`,
    )
  return { format, text }
}

function refused(pointer: string, code: string, message: string): DomainError {
  return new DomainError('invalid', 'The draft cannot be checked.', [{ pointer, code, message }])
}
