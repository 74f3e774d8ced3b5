/** Beginnings of words of which a statement with one says the contrary of one with the other. */
const opposites: readonly (readonly [one: string, other: string])[] = [
  [
    '상향 상승 올렸 올린 올리 올랐 오른 오르 올라 늘 증가 증액 증원 인상 확대 급증 급등 반등 회복 raise rais increas rise rose risen rising grow grew expand climb gain up higher more upward boost',
    '하향 하락 내렸 내린 내리 내려 낮 떨어 줄 감소 감액 감축 감원 인하 축소 급감 급락 폭락 악화 lower cut reduc decreas decline fall fell fallen drop shrank shrink slash down fewer less downward',
  ],
  [
    '채용 고용 뽑 입사 충원 hire hiring recruit employ',
    '해고 감원 퇴사 해임 면직 fire fired firing dismiss',
  ],
  ['찬성 동의 지지 support favour favor back endors', '반대 거부 oppos against object'],
  ['승소 이겼 승리 win wins won', '패소 패배 lose loses lost'],
  ['유죄 guilty convict', '무죄 acquit innocent'],
  [
    '합격 통과 가결 승인 허가 허용 합법 approv allow permit accept legal pass passed',
    '탈락 부결 거부 불허 금지 불법 reject ban banned prohibit illegal fail failed',
  ],
  ['흑자 이익 profit', '적자 손실 loss'],
  ['매수 사들 인수 매입 buy bought buys acquir', '매도 매각 팔았 팔기 팔아 sell sells sold'],
  ['열었 열린 개장 개방 open', '닫 폐장 폐쇄 close'],
  [
    '시작 착수 개시 재개 begin began begun start resum',
    '종료 중단 끝났 멈 그만 end ended stop halt suspend',
  ],
  ['안전 safe', '위험 dangerous unsafe'],
  ['가능 possible', '불가능 impossible'],
  ['찾았 발견', '잃 분실'],
  ['도착 입국 arriv', '출발 출국 depart'],
]

const sides = opposites.map((pair) => pair.map(startsWithAny))

/** Each pair of which a text has words of exactly one side, with that side. */
export function directionsOf(words: readonly string[]): ReadonlyMap<number, 0 | 1> {
  const found = new Map<number, 0 | 1>()
  for (const [nth, [one, other]] of sides.entries()) {
    const [hasOne, hasOther] = [
      words.some((word) => one?.test(word)),
      words.some((word) => other?.test(word)),
    ]
    if (hasOne !== hasOther) found.set(nth, hasOne ? 0 : 1)
  }
  return found
}

/** Whether two texts point to opposite sides of a pair. */
export function areOpposed(
  one: ReadonlyMap<number, 0 | 1>,
  other: ReadonlyMap<number, 0 | 1>,
): boolean {
  return [...one].some(([pair, side]) => other.has(pair) && other.get(pair) !== side)
}

/** Latin words of three letters or fewer are whole. */
function startsWithAny(words: string): RegExp {
  const each = words
    .split(' ')
    .map((word) => (/^[a-z]{1,4}$/.test(word) ? `${RegExp.escape(word)}s?$` : RegExp.escape(word)))
  return new RegExp(`^(?:${each.join('|')})`, 'u')
}
