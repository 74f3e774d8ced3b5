import { Page } from '../../html/page/page.tsx'
import type { Place } from '../../html/page/place.tsx'

const words = {
  en: {
    about:
      'The public record of disputed claims: who asserted what, in which document, who answered, and where each claim stands because of it. It gives no verdicts.',
    reference: 'API reference',
    description: 'OpenAPI document',
    claims: 'Claims whose status changed last',
    json: 'Claims on record (JSON)',
    check: 'Check a draft',
    card: 'A card for your page',
    problems: 'What the problems mean',
    rules: 'The rules that decide a status',
  },
  ko: {
    about:
      '다툼이 있는 주장의 공개 기록입니다. 누가 어느 문서에서 무엇을 주장했고, 누가 답했으며, 그래서 각 주장이 지금 어떤 상태인지를 담습니다. 참과 거짓을 판정하지 않습니다.',
    reference: 'API 문서',
    description: 'OpenAPI 명세',
    claims: '최근 상태가 바뀐 주장',
    json: '기록된 주장 (JSON)',
    check: '초고 확인',
    card: '다른 페이지에 넣을 카드',
    problems: '오류의 뜻',
    rules: '상태 규칙',
  },
}

/** Where a person who opens the service in a browser can go. */
export function WelcomePage({ place }: { readonly place: Place }) {
  const { language } = place
  const { about, reference, description, claims, json, check, card, problems, rules } =
    words[language]
  return (
    <Page language={language} title="Counterpoint" place={place}>
      <h1>Counterpoint</h1>
      <p>{about}</p>
      <ul>
        <li>
          <a href={`/claims?lang=${language}`}>{claims}</a>
        </li>
        <li>
          <a href={`/rules?lang=${language}`}>{rules}</a>
        </li>
        <li>
          <a href={`/check?lang=${language}`}>{check}</a>
        </li>
        <li>
          <a href="/v1/claims">{json}</a>
        </li>
        <li>
          <a href={`/embed?page=${language}`}>{card}</a>
        </li>
        <li>
          <a href="/docs">{reference}</a>
        </li>
        <li>
          <a href="/openapi.json">{description}</a>
        </li>
        <li>
          <a href={`/problems?lang=${language}`}>{problems}</a>
        </li>
      </ul>
    </Page>
  )
}
