import { ByRules } from '../../../html/by-rules.tsx'
import { SinceLinks } from '../../../html/changes.tsx'
import { When } from '../../../html/claim-line.tsx'
import type { RecordLook } from '../../../html/look.ts'
import { cardWords } from '../../../html/words.ts'
import { statusWord } from '../../../sentences/table/vocabulary.ts'
import type { ClaimPageData } from '../../../views/claim-page.ts'
import { Section } from './section.tsx'
import { claimPageWords } from './words.ts'

interface PastProps {
  readonly page: ClaimPageData
  readonly look: RecordLook
}

/** Every status that it had, and the page as it was on another day. */
export function Past({ page, look }: PastProps) {
  const { claim, statuses, asOf } = page
  const { language } = look
  const said = claimPageWords[language]
  const { history } = cardWords(language).page
  return (
    <Section
      title={history}
      about={said.since(cardWords(language).date(claim.recordedAt.slice(0, 10)))}
    >
      <ul class="record">
        {statuses.map(({ status, at, rulesVersion }, index) => (
          <li>
            {index === 0 ? claim.statusLabel : statusWord(status, language)}{' '}
            <span class="note">
              (<When date={at.toISOString()} language={language} />
              {status !== null && (
                <>
                  , <ByRules version={rulesVersion} status={status} look={look} />
                </>
              )}
              )
            </span>
          </li>
        ))}
      </ul>
      <form class="form" action={`/claims/${claim.id}`}>
        <input type="hidden" name="lang" value={language} />
        <label>
          {said.past}
          <input
            type="date"
            name="asOf"
            min={claim.recordedAt.slice(0, 10)}
            value={asOf.toISOString().slice(0, 10)}
            required
          />
        </label>
        <button type="submit">{said.show}</button>
      </form>
      {!page.past && <SinceLinks recordedAt={claim.recordedAt} asOf={asOf} language={language} />}
    </Section>
  )
}

/** Above a page that shows the past. */
export function PastNote({ page: { claim, asOf, past }, look }: PastProps) {
  const { language } = look
  if (!past) return null
  const said = claimPageWords[language]
  return (
    <p class="since">
      <b>{said.asItStood(cardWords(language).date(asOf.toISOString()))}</b> {said.wordsOfToday}{' '}
      <a href={`/claims/${claim.id}?lang=${language}`}>{said.now}</a>
    </p>
  )
}
