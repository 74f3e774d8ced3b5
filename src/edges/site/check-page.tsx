import type { FieldFault } from '../../domain/errors.ts'
import { draftFormats } from '../../drafts/reading/draft.ts'
import type { CheckedItemView, DraftCheckView } from '../../drafts/view.ts'
import { ClaimItem } from '../../html/claim-item.tsx'
import type { RecordLook } from '../../html/look.ts'
import { Page } from '../../html/page/page.tsx'
import type { Place } from '../../html/page/place.tsx'
import { quotation } from '../../sentences/quotation.ts'
import { checkWords } from './check-words.ts'
import { Terms } from '../../html/page/terms.tsx'

interface CheckPageProps {
  readonly look: RecordLook
  readonly place: Place
  /** Left out before a draft was sent. */
  readonly checked?: DraftCheckView
  /** What was sent and cannot be checked. */
  readonly refused?: RefusedDraft
}

export interface RefusedDraft {
  readonly text: string
  readonly format: string
  readonly faults: readonly FieldFault[]
}

/** The form for a draft, and what the record has on the one that was sent. */
export function CheckPage({ look, place, checked, refused }: CheckPageProps) {
  const { language } = look
  const said = checkWords(language)
  return (
    <Page
      language={language}
      title={said.title}
      place={place}
      footer={<Terms license={look.dataLicense} language={language} />}
    >
      <h1>{said.title}</h1>
      {checked ? <Checked checked={checked} look={look} /> : <p>{said.about}</p>}
      {checked && <h2>{said.again}</h2>}
      <form class="form" method="post" action={`/check?lang=${language}`}>
        <label class="whole">
          {said.draft}
          <textarea name="text" rows={checked ? 6 : 16} required {...faultOf(refused)}>
            {refused?.text}
          </textarea>
        </label>
        {refused && (
          <p class="fault whole" id="fault">
            {refused.faults.map((fault) => said.faults[fault.code] ?? fault.message).join(' ')}
          </p>
        )}
        <label>
          {said.format}
          <select name="format">
            {draftFormats.map((format) => (
              <option value={format} selected={format === refused?.format}>
                {said.formats[format]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">{said.check}</button>
      </form>
      <p class="note">{said.kept}</p>
    </Page>
  )
}

function faultOf(refused: RefusedDraft | undefined) {
  return refused ? { 'aria-invalid': 'true', 'aria-describedby': 'fault' } : {}
}

function Checked({ checked, look }: { checked: DraftCheckView; look: RecordLook }) {
  const said = checkWords(look.language)
  const { items, counts, more, complete, unread } = checked
  return (
    <>
      <p>{said.counts(counts)}</p>
      {!complete && <p class="fault">{said.incomplete}</p>}
      {unread.length > 0 && <p class="note">{said.unread(unread.length)}</p>}
      {items.length === 0 && complete && <p>{said.nothing}</p>}
      {items.map((item) => (
        <Item item={item} checked={checked} look={look} />
      ))}
      {more && <p>{said.more}</p>}
    </>
  )
}

interface ItemProps {
  readonly item: CheckedItemView
  readonly checked: DraftCheckView
  readonly look: RecordLook
}

/** The matches of an item, nearest first. */
const matches = ['repeats', 'cited', 'similar'] as const

function Item({ item: { text, claims, findings }, checked, look }: ItemProps) {
  const said = checkWords(look.language)
  return (
    <section>
      <h2 dir="auto">{text}</h2>
      {findings.map(({ message }) => (
        <p class="fault">{message}</p>
      ))}
      {matches.map((match) => {
        const ids = claims.flatMap((each) => (each.match === match ? [each.claim] : []))
        if (ids.length === 0) return null
        return (
          <>
            <p class="note">{said[match]}</p>
            <ul class="record">
              {ids.map((id) => (
                <Claim id={id} checked={checked} look={look} />
              ))}
            </ul>
          </>
        )
      })}
    </section>
  )
}

/** A claim with the first words of what stands against it. */
function Claim({ id, checked, look }: Omit<ItemProps, 'item'> & { readonly id: string }) {
  const found = checked.claims.find(({ claim }) => claim.id === id)
  if (!found) return null
  const { claim, answer } = found
  const name = answer?.speaker?.name
  const who = answer && (name ? `${name} · ${answer.label}` : answer.label)
  return (
    <ClaimItem claim={claim} look={look}>
      {answer && (
        <>
          {who}: <span lang={answer.lang}>{quotation(answer.text, look.language)}</span>
        </>
      )}
    </ClaimItem>
  )
}
