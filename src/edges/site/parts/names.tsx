import { claimAddress, linkTo, objectAddress } from '../../../html/addresses.ts'
import { When } from '../../../html/claim-line.tsx'
import { ClaimWords } from '../../../html/claim-words.tsx'
import type { RecordLook } from '../../../html/look.ts'
import { languageOfTitle, readerName, readerSpeaker } from '../../../html/reader-words.ts'
import { cardWords } from '../../../html/words.ts'
import type { ClaimView } from '../../../views/claim.ts'
import type { SourceRefView } from '../../../views/common.ts'

/** The name of a source, which leads to its page. */
export function SourceName({ source, look }: { source: SourceRefView; look: RecordLook }) {
  const address = objectAddress(look.publicUrl, 'sources', source.slug)
  return (
    <a href={linkTo(address, look)} dir="auto">
      {readerName(source, look.language)}
    </a>
  )
}

interface ReportNameProps {
  readonly report: {
    readonly id: string
    readonly title: string | null
    readonly source: SourceRefView
    readonly publishedAt: string | null
  }
  readonly look: RecordLook
}

/** Who published a report, its title, which leads to its page, and when. */
export function ReportName({ report, look }: ReportNameProps) {
  const { language, publicUrl } = look
  const { id, title, source, publishedAt } = report
  return (
    <>
      <SourceName source={source} look={look} />:{' '}
      <a href={linkTo(objectAddress(publicUrl, 'reports', id), look)}>
        <cite lang={languageOfTitle(title)} dir="auto">
          {title ?? cardWords(language).removed}
        </cite>
      </a>
      {publishedAt !== null && (
        <>
          , <When date={publishedAt} language={language} />
        </>
      )}
    </>
  )
}

/** How many characters of a claim stand in a line. */
const wordsMax = 140

/** A claim in a line: who said it, and its words, which lead to its page. */
export function ClaimName({ claim, look }: { claim: ClaimView; look: RecordLook }) {
  const { language, publicUrl } = look
  return (
    <>
      <b dir="auto">{readerSpeaker(claim, language)}</b>:{' '}
      <a href={linkTo(claimAddress(publicUrl, claim.id), look)}>
        <ClaimWords claim={claim} language={language} max={wordsMax} />
      </a>
    </>
  )
}
