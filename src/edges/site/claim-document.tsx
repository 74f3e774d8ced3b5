import type { DisplayLanguage } from '../../domain/display-language.ts'
import { claimJsonLd } from '../../formats/claim-json-ld.ts'
import { claimText } from '../../formats/claim-text.ts'
import { claimAddress, previewAddress } from '../../html/addresses.ts'
import { answerToName } from '../../html/answers.tsx'
import { besideStanding } from '../../sentences/standing/beside.ts'
import { quotation } from '../../sentences/quotation.ts'
import type { RecordLook } from '../../html/look.ts'
import { keysOfClaimCard } from '../../views/surrogate-keys.ts'
import { cardWords, voidedSentence } from '../../html/words.ts'
import type { ClaimView } from '../../views/claim.ts'
import { ClaimArticle } from './claim/article.tsx'
import type { ClaimPageData } from '../../views/claim-page.ts'
import { citedPage } from './claim/cite.tsx'
import { addressesIn, licensed, type RecordDocument } from './record-document.tsx'

export function claimDocument(page: ClaimPageData, look: RecordLook): RecordDocument {
  const { claim } = page
  const { language, publicUrl } = look
  const address = claimAddress(publicUrl, claim.id)
  const asOf = page.asOf.toISOString()
  const past = page.past && { asOf: { at: asOf } }
  const moment = past ? `${cardWords(language).asOf(cardWords(language).date(asOf))}. ` : ''
  const description = moment + standingOf(claim, language)
  return {
    preview: {
      title: claim.title,
      description,
      address,
      language,
      ...(!past && {
        image: {
          address: previewAddress(address, { language, asOf: page.asOf }),
          alt: [`${claim.title}.`, ...answerIn(page, language), `${claim.statusLabel}.`].join(' '),
        },
      }),
    },
    jsonLd: licensed(
      claimJsonLd(
        {
          claim,
          description,
          correction: page.replacement?.id,
          counterpoints: page.counterpoints.flatMap(({ direction, claim: answer, label }) =>
            direction === 'onto' ? [{ ...answer, statusLabel: label }] : [],
          ),
          ratings: page.ratings,
          rated: page.rated,
          beside: besideStanding(claim, language),
          asOf: page.asOf,
        },
        addressesIn(look),
      ),
      look,
    ),
    json: claim,
    text: claimText(
      { ...claim, ...past },
      {
        language,
        address: past ? `${address}?asOf=${asOf}` : address,
        answers: answersIn(page, language),
      },
    ),
    cited: citedPage(page, look),
    jsonAddress: `/v1/claims/${claim.id}`,
    article: <ClaimArticle page={page} look={look} />,
    isWide: true,
    asOf: page.asOf,
    keys: keysOfClaimCard(page),
  }
}

/** The answer in the picture, in words. */
function answerIn(page: ClaimPageData, language: DisplayLanguage): readonly string[] {
  const answer = answerToName(page, language)
  if (!answer) return []
  return [`${answer.speaker} (${answer.bearing}): ${quotation(answer.text, language)}`]
}

/** The answers as the page lists them: what its speaker did about it first. */
function answersIn({ replacement, counterpoints }: ClaimPageData, language: DisplayLanguage) {
  const { replacement: label } = cardWords(language)
  return [
    ...(replacement ? [{ title: replacement.title, label }] : []),
    ...counterpoints.map((each) => ({ title: each.claim.title, label: each.label })),
  ]
}

/** Status and sentence, for places that show only text. */
function standingOf({ statusLabel, explanation }: ClaimView, language: DisplayLanguage): string {
  return `${statusLabel}. ${explanation?.text ?? voidedSentence(language)}`
}
