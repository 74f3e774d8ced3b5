import type { Context } from 'hono'
import { html } from 'hono/html'
import { DomainError } from '../../domain/errors.ts'
import { checkDraft } from '../../drafts/check.ts'
import {
  draftFormats,
  isTooLong,
  tooLongWords,
  type SentDraft,
} from '../../drafts/reading/draft.ts'
import type { CheckTurns } from '../../drafts/turns.ts'
import type { RecordLook } from '../../html/look.ts'
import { pagePolicy } from '../../html/page/policy.ts'
import { placeOf } from '../../html/page/serve-page.ts'
import { kibibyte } from '../../http/contract/body-format.ts'
import type { Http, HttpEnv } from '../../http/contract/env.ts'
import { withFacts } from '../../http/contract/facts.ts'
import { readBytes, requireMediaType } from '../../http/request/body.ts'
import { readForm } from '../../http/request/form.ts'
import type { Db } from '../../store/database/db.ts'
import { CheckPage } from './check-page.tsx'

const form = { mediaTypes: ['application/x-www-form-urlencoded'] } as const

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
      const sent = sentIn(await readForm(bytes, fieldsMax))
      const { language } = placeOf(c)
      try {
        const draft = draftIn(sent)
        const checked = await turns.run(() => checkDraft(db, draft, language))
        return show(c, { checked })
      } catch (error) {
        // What is far too long is not sent back as well.
        if (!isInvalid(error) || isTooLong(sent.text)) throw error
        return show(c, { refused: { ...sent, faults: error.faults } })
      }
    }),
  )
}

type Outcome = Pick<Parameters<typeof CheckPage>[0], 'checked' | 'refused'>

/** The page, with what was found if a draft was sent, or with the draft if it cannot be checked. */
async function show(c: Context<HttpEnv>, outcome: Outcome = {}): Promise<Response> {
  const place = placeOf(c)
  const { publicUrl, dataLicense } = c.get('deps')
  const look: RecordLook = { language: place.language, publicUrl, dataLicense, isFramed: false }
  const page = CheckPage({ look, place, ...outcome })
  const isAnswer = outcome.checked !== undefined || outcome.refused !== undefined
  return c.html(html`<!doctype html>${page}`, outcome.refused ? 422 : 200, {
    'content-language': place.language,
    'content-security-policy': pagePolicy,
    'cache-control': isAnswer ? 'no-store' : 'public, max-age=300',
    vary: 'Accept-Language',
  })
}

interface SentFields {
  readonly text: string
  readonly format: string
}

function sentIn(sent: ReadonlyMap<string, string>): SentFields {
  // Browsers send lines with both marks.
  const text = (sent.get('text') ?? '').replaceAll('\r\n', '\n')
  return { text, format: sent.get('format') ?? 'text' }
}

/** @throws {DomainError} `invalid` */
function draftIn({ text, format: asked }: SentFields): SentDraft {
  const format = draftFormats.find((each) => each === asked)
  if (format === undefined)
    throw refused('/format', 'not-allowed-value', 'Choose one of the formats.')
  if (text.trim() === '') throw refused('/text', 'blank', 'Paste the words of the draft.')
  if (isTooLong(text)) throw refused('/text', 'too-long', tooLongWords)
  return { format, text }
}

function isInvalid(error: unknown): error is DomainError {
  return error instanceof DomainError && error.code === 'invalid'
}

function refused(pointer: string, code: string, message: string): DomainError {
  return new DomainError('invalid', 'The draft cannot be checked.', [{ pointer, code, message }])
}
