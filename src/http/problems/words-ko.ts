import type { ProblemCode, ProblemWords } from './catalogue.ts'

/** The catalogue of problems in Korean. */
export const problemWordsKo: Readonly<Record<ProblemCode, ProblemWords>> = {
  merged: {
    title: '다른 항목과 합쳐짐',
    meaning: '찾으신 항목은 다른 항목과 같은 것이어서 그 항목과 합쳐졌습니다.',
    remedy:
      'Location을 따라가십시오. 남은 항목의 식별자는 `mergedInto`에 있습니다. 합치기는 나중에 취소될 수 있습니다.',
  },
  malformed: {
    title: '요청을 읽을 수 없음',
    meaning:
      '본문이 엄격한 JSON이 아닙니다. 비어 있거나 형식이 깨졌거나, 올바른 UTF-8이 아니거나, 바이트 순서 표시로 시작하거나, 같은 키가 두 번 나오거나, __proto__ 키가 있거나, 32단계보다 깊거나, 배정밀도 실수로 담을 수 없는 수가 있습니다. 또는 요청 자체가 올바른 HTTP가 아닙니다.',
    remedy: '`errors`가 가리키는 곳을 고쳐 다시 보내십시오.',
  },
  'bad-query': {
    title: '쿼리 매개변수가 잘못됨',
    meaning:
      '매개변수가 알 수 없는 것이거나, 빠졌거나, 형식이 맞지 않거나, 값을 하나만 받는데 반복되었습니다. 기록에 없는 것을 가리키거나 여럿을 가리키는 경우도 있습니다. 또는 커서가 이 필터로 만든 이 목록의 것이 아닙니다.',
    remedy:
      '`errors`가 가리키는 매개변수를 고치십시오. `candidates`에는 기록에 있는 비슷한 이름이 있습니다. 한 매개변수의 여러 값은 쉼표로 나누거나 매개변수를 되풀이해 보냅니다. 커서가 거부되면 첫 페이지부터 다시 시작하십시오.',
  },
  'bad-header': {
    title: '헤더가 잘못됨',
    meaning: '이 요청에 필요한 헤더가 없거나 형식이 맞지 않습니다.',
    remedy:
      '기록을 쓰는 모든 POST에는 Idempotency-Key(보이는 ASCII 문자 1~255자)를, If-Match에는 확인한 판의 ETag를 보내십시오.',
  },
  unauthorized: {
    title: '유효한 키가 없음',
    meaning:
      '키가 필요한데 오지 않았거나, 보낸 키의 형식이 틀렸거나, 알 수 없거나, 만료 또는 폐기되었습니다.',
    remedy:
      '유효한 키를 `Authorization: Bearer <key>`로 보내십시오. 공개 기록을 읽는 데는 키가 필요하지 않습니다.',
  },
  forbidden: {
    title: '허용되지 않음',
    meaning: '키는 유효하지만 이 일을 할 권한이 없습니다.',
    remedy: '이 작업이 요구하는 권한 범위의 키를 쓰십시오.',
  },
  'not-found': {
    title: '찾을 수 없음',
    meaning: '이 주소에는 아무것도 없거나, 볼 수 있는 것이 없습니다.',
    remedy: '경로와 id를 확인하십시오. id는 소문자 UUID입니다.',
  },
  'method-not-allowed': {
    title: '허용되지 않는 메서드',
    meaning: '주소는 있지만 이 메서드를 받지 않습니다.',
    remedy: 'Allow 헤더에 있는 메서드를 쓰십시오.',
  },
  'not-acceptable': {
    title: '받아들일 수 있는 형식이 없음',
    meaning: 'Accept 헤더가 이 주소의 모든 응답 형식을 배제합니다.',
    remedy: 'Accept 헤더를 빼거나, API 문서에 적힌 형식을 허용하십시오.',
  },
  'timed-out': {
    title: '요청이 너무 오래 걸림',
    meaning: '정해진 시간 안에 요청 전체가 도착하지 않았습니다.',
    remedy: '쉬지 않고 다시 보내십시오.',
  },
  conflict: {
    title: '기록과 충돌함',
    meaning: '이미 그렇게 되어 있거나, 지금 기록의 상태에서는 할 수 없는 일입니다.',
    remedy: '대상을 다시 읽으십시오. 지금 무엇이 가능한지 그 상태가 알려 줍니다.',
  },
  'likely-duplicate': {
    title: '이미 기록에 있는 것으로 보임',
    meaning:
      '보낸 것이 기록에 있는 것과 같아 보입니다. 당사자는 이름, 별칭, 이름의 생김새, 위키데이터 항목, 홈페이지 도메인으로, 보도는 페이지 주소로, 주장은 화자와 날짜와 문구로 견줍니다. 아무것도 저장하지 않았습니다.',
    remedy:
      '`candidates`를 살펴보고 같은 것이 있으면 그것을 참조하십시오. 같은 것이 없으면 `"confirm": ["new"]`를 넣어 다시 보내십시오. 번들이라면 첫 줄을 `{"type":"bundle","duplicates":"new"}`로 하거나, 기록에 있는 것으로 대신하려면 `"join"`을 쓰십시오. 고친 결과 같은 것이 둘이 되면 둘을 병합하십시오.',
  },
  gone: {
    title: '삭제됨',
    meaning: '여기 있던 글은 개인정보 보호를 위해 삭제되었습니다.',
    remedy:
      '할 수 있는 일이 없습니다. 글은 되돌아오지 않습니다. 언제 지워졌고 무엇을 알릴 수 있는지는 `redaction`에, 그것이 무엇이었고 지금 어떤 상태인지는 `tombstone`에 있습니다.',
  },
  'precondition-failed': {
    title: '그사이 바뀜',
    meaning:
      'If-Match가 대상의 현재 판을 가리키지 않습니다. 그사이 바뀌었거나 다른 대상의 ETag입니다.',
    remedy: '대상을 다시 읽고, 바뀐 내용을 살핀 뒤 현재 ETag를 보내십시오.',
  },
  'payload-too-large': {
    title: '본문이 너무 큼',
    meaning: '본문이 이 작업이 받는 크기를 넘습니다.',
    remedy: '더 적게 보내거나, 가져오기는 여러 묶음으로 나누십시오.',
  },
  'unsupported-media-type': {
    title: '지원하지 않는 형식',
    meaning:
      'Content-Type이 없거나 이 작업이 받지 않는 형식이거나, 본문에 Content-Encoding이 있습니다.',
    remedy: '`detail`에 적힌 형식을 UTF-8로, 압축하지 않고 보내십시오.',
  },
  invalid: {
    title: '내용이 맞지 않음',
    meaning:
      '본문은 읽을 수 있지만, 빠졌거나 알 수 없거나 범위를 벗어났거나 기록에 담을 수 없거나 규칙이 거부하는 것이 있습니다. 아무것도 저장되지 않았습니다.',
    remedy: '`errors`가 가리키는 모든 곳을 고쳐 다시 보내십시오.',
  },
  'key-reused': {
    title: '다른 요청에 쓰인 Idempotency-Key',
    meaning: '이 Idempotency-Key는 앞서 다른 요청과 함께 왔습니다.',
    remedy: '새 요청에는 새 키를 보내고, 다시 시도할 때는 요청을 그대로 되풀이하십시오.',
  },
  'precondition-required': {
    title: 'If-Match가 없음',
    meaning: '보지 않은 것은 바꾸지 않습니다. 변경은 어느 판에 대한 것인지 밝혀야 합니다.',
    remedy: '대상을 읽고 그 ETag를 If-Match로 보내십시오.',
  },
  'too-many-requests': {
    title: '요청이 너무 많음',
    meaning: '서비스가 받는 것보다 많은 요청을 보냈습니다.',
    remedy: 'Retry-After에 적힌 초만큼 기다리십시오.',
  },
  'headers-too-large': {
    title: '헤더가 너무 큼',
    meaning: '요청 줄과 헤더를 합한 크기가 서비스가 받는 한도를 넘습니다.',
    remedy: '헤더나 주소를 줄여 보내십시오.',
  },
  'legally-withheld': {
    title: '삭제됨',
    meaning: '여기 있던 글은 법적 사유로 공개하지 않습니다.',
    remedy:
      '할 수 있는 일이 없습니다. 글은 어디에도 남아 있지 않습니다. 그에 관한 공개 설명은 `redaction`에, 그것이 무엇이었고 지금 어떤 상태인지는 `tombstone`에 있습니다.',
  },
  internal: {
    title: '서비스의 잘못',
    meaning: '서비스가 잘못 동작했습니다. 오류는 기록되었습니다.',
    remedy:
      '다시 시도하십시오. 같은 Idempotency-Key로 보낸 쓰기는 한 번만 일어납니다. 계속되면 `instance`의 식별자를 알려 주십시오.',
  },
  unavailable: {
    title: '지금은 이용할 수 없음',
    meaning: '서비스가 과부하 상태이거나, 시작하는 중이거나, 데이터베이스에 닿지 못합니다.',
    remedy:
      'Retry-After에 적힌 초만큼 기다렸다가 그대로 다시 보내십시오. 같은 Idempotency-Key로 보낸 쓰기는 한 번만 일어납니다.',
  },
}
