import type { Child } from 'hono/jsx'
import { eachOf } from '../../../domain/enumerate.ts'
import type { CounterpointRole } from '../../../domain/kinds.ts'
import { linkTo, objectAddress } from '../../../html/addresses.ts'
import { bearingOf, drawnAs, type DrawnLink } from '../../../html/bearing.ts'
import { ClaimItem } from '../../../html/claim-item.tsx'
import { FigureValue } from '../../../html/figures.tsx'
import type { RecordLook } from '../../../html/look.ts'
import { readerName } from '../../../html/reader-words.ts'
import { roleWords } from '../../../sentences/table/roles.ts'
import type { ClaimView } from '../../../views/claim.ts'
import type { CounterpointView } from '../../../views/counterpoint.ts'
import { claimPageWords } from './words.ts'

interface RepliesProps {
  /** What was said. */
  readonly to: ClaimView
  readonly answers: readonly CounterpointView[]
  readonly look: RecordLook
  /** More replies, after these. */
  readonly children?: Child
}

/** What was answered, beside what was said. */
export function Replies({ to, answers, look, children }: RepliesProps) {
  if (answers.length === 0 && !children) return null
  const { language } = look
  return (
    <ul class="record replies">
      {answers.map((each) => (
        <Reply
          claim={each.claim}
          role={each.isOwn ? 'own' : each.role}
          drawn={drawnAs(each.link)}
          how={bearingOf(each, to, language)}
          link={each.link.id}
          look={look}
        />
      ))}
      {children}
    </ul>
  )
}

interface ReplyProps {
  readonly claim: ClaimView
  readonly role: CounterpointRole | 'own'
  readonly drawn: DrawnLink
  /** What it is to what was said. */
  readonly how: string
  /** The link that says so. */
  readonly link: string
  readonly look: RecordLook
  /** Below the answer. */
  readonly children?: Child
}

/** An answer, behind a bracket that says what it is to the claim. */
export function Reply({ claim, role, drawn, how, link, look, children }: ReplyProps) {
  const { language, publicUrl } = look
  const sides = [
    'reply',
    ...(role === 'own' ? ['own-side'] : []),
    ...(claim.kind === 'opinion' ? ['op'] : []),
  ]
  return (
    <li class={drawn}>
      <p class="how">
        <a href={linkTo(objectAddress(publicUrl, 'links', link), look)}>{how}</a>
      </p>
      <div class={sides.join(' ')}>
        <ClaimItem claim={claim} look={look} role={roleWords[role][language]} as="div">
          {claim.figure && <FigureValue figure={claim.figure} language={language} />}
        </ClaimItem>
        {children}
      </div>
    </li>
  )
}

interface UnansweredProps {
  readonly text: Child
  /** Only the first box says what silence is not. */
  readonly isFirst?: boolean
  readonly look: RecordLook
}

/** The box that faces what nobody answered. */
export function Unanswered({ text, isFirst = false, look }: UnansweredProps) {
  return (
    <p class="none">
      <b>{text}</b>
      {isFirst && ` ${claimPageWords[look.language].silence}`}
    </p>
  )
}

/** Those of whom an answer could be expected: nobody answers what they say themselves. */
export function partiesOf(
  { about, speaker }: Pick<ClaimView, 'about' | 'speaker'>,
  { language }: RecordLook,
): string | undefined {
  const others = about.filter(({ id }) => id !== speaker?.id)
  if (others.length === 0) return undefined
  return eachOf(
    others.map((source) => readerName(source, language)),
    language,
  )
}
