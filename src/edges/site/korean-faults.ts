import { displayLanguages } from '../../domain/display-language.ts'
import type { FieldFault } from '../../domain/errors.ts'
import { claimKinds, counterpointRoles } from '../../domain/kinds.ts'
import { draftFormats } from '../../drafts/reading/draft.ts'
import { statuses, statusGroups } from '../../domain/status.ts'
import { claimSorts } from '../../store/claim-order.ts'

/** Why a parameter value is wrong, in Korean; undefined if there is no translation. */
export function koreanFault(name: string, { code, candidates }: FieldFault): string | undefined {
  const reason = reasons[code] ?? wanted[name]
  const meant = candidates?.map((each) => `${each.slug}(${each.name})`).join(', ')
  if (reason === undefined || !meant) return reason
  return code === 'ambiguous'
    ? `${reason} 후보: ${meant}.`
    : `${reason} 혹시 찾으시는 것: ${meant}.`
}

/** What a parameter accepts. */
const wanted: Readonly<Record<string, string>> = {
  status: oneOf(statuses),
  group: oneOf(statusGroups),
  kind: oneOf(claimKinds),
  role: oneOf(counterpointRoles),
  sort: oneOf(claimSorts),
  lang: oneOf(displayLanguages),
  limit: '1부터 200까지의 정수를 쓰십시오.',
  q: '검색할 글자나 숫자를 200자 이내로 쓰십시오.',
  asOf: '있는 날짜나 사건 번호를 2025-12-03 또는 1200과 같이 쓰십시오.',
  report: '문서의 식별자(UUID)를 쓰십시오.',
  format: oneOf(draftFormats),
  tz: 'Asia/Seoul과 같은 IANA 시간대 이름을 쓰십시오.',
  ...Object.fromEntries(
    ['assertedFrom', 'assertedTo', 'changedSince'].map((name) => [
      name,
      '기간이 아니라 날짜 하나를 쓰십시오. 기간은 assertedFrom과 assertedTo로 나누어 씁니다.',
    ]),
  ),
}

const reasons: Readonly<Record<string, string>> = {
  'unknown-parameter': '이 주소에서 쓰지 않는 항목입니다.',
  repeated: '값을 하나만 받는 항목이므로 한 번만 쓰십시오.',
  'bad-encoding': '퍼센트 인코딩이 잘못되었습니다.',
  'unknown-reference': '기록에 없습니다.',
  ambiguous: '여럿을 가리키는 이름입니다. 하나의 슬러그나 식별자를 쓰십시오.',
  'no-such-date':
    '있는 날짜를 2025, 2025-12, 2025-12-03 또는 2025-12-03T10:30:00Z와 같이 쓰십시오.',
  'no-time-zone': '시간대가 없습니다. 2025-12-03T10:30:00+09:00과 같이 시차를 붙이십시오.',
  'before-record':
    '그날은 아직 기록이 없었습니다. 기록이 시작된 날이나 그 뒤의 날짜를 쓰십시오. 주장의 페이지에 시작된 날이 있습니다.',
  ahead: '아직 오지 않은 날입니다. 오늘이나 그 전의 날짜를 쓰십시오.',
  'wrong-order': 'assertedTo보다 뒤의 날짜입니다. 더 이른 날짜를 assertedFrom에 쓰십시오.',
  'bad-cursor': '이 목록의 다음 쪽을 가리키지 않습니다. 첫 쪽부터 다시 보십시오.',
  'needs-q': '관련도순(relevance)으로 정렬하려면 검색어(q)가 있어야 합니다.',
  'bad-language': 'ko, en, zh-TW와 같은 언어 태그를 쓰십시오.',
  'too-long': '너무 길거나 너무 많습니다.',
  'unreadable-draft':
    '이 형식으로 읽을 수 없습니다. 형식을 바꾸거나 글만 일반 텍스트로 보내십시오.',
  blank: '비어 있습니다. 값을 쓰거나 항목을 빼십시오.',
}

function oneOf(values: readonly string[]): string {
  return `다음 가운데에서 고르십시오: ${values.join(', ')}.`
}
