/** What one search finds among some texts. */
interface SearchClass {
  readonly what: string
  readonly q: string
  readonly sources?: readonly object[]
  /** Groups of texts: those of an earlier group come first. */
  readonly found: readonly (readonly string[])[]
  readonly absent?: readonly string[]
}

/** One or more searches of every kind, with invented texts. */
export const searchClasses: readonly SearchClass[] = [
  {
    what: 'a noun, first as a word, then inside longer words',
    q: '공항',
    found: [['공항은 폐쇄됐다.', '새 공항을 짓는다.'], ['인천공항공사가 부인했다.']],
    absent: ['공장이 항의했다.'],
  },
  { what: 'a noun', q: '의회', found: [['의회가 예산을 깎았다.'], ['협의회가 반대했다.']] },
  { what: 'a noun', q: '배터리', found: [['배터리에 불이 났다.']], absent: ['배터가 터졌다.'] },
  {
    what: 'a noun with particles',
    q: '공항에서는',
    found: [['공항에서는 몰랐다.'], ['공항에서 불이 났다.', '공항은 닫혔다.']],
    absent: ['공장에서는 몰랐다.'],
  },
  { what: 'particles', q: '은행께서', found: [['은행은 부인했다.']], absent: ['은하가 보인다.'] },
  {
    what: 'particles',
    q: '은행이라고',
    found: [['은행은 부인했다.']],
    absent: ['은하이라고 했다.'],
  },
  {
    what: 'what only looks like a particle',
    q: '어린이',
    found: [['어린이 보호 구역이다.'], ['어린 나무를 심었다.']],
  },
  { what: 'the typed word', q: '경기도', found: [['경기도가 밝혔다.'], ['경기가 나쁘다.']] },
  {
    what: 'a compound, apart',
    q: '전기 요금',
    found: [['전기 요금이 오른다.', '전기요금을 올린다.'], ['전기 자동차의 통행 요금이다.']],
  },
  { what: 'a compound, apart', q: '반도체 공장', found: [['반도체공장 착공이 늦어졌다.']] },
  { what: 'a compound, apart', q: '최저 임금', found: [['최저임금위원회가 정했다.']] },
  {
    what: 'a compound, together',
    q: '전기요금',
    found: [['전기요금이 오른다.'], ['전기 요금을 올린다.']],
    absent: ['전기 자동차가 늘었다.', '전기의 요금이다.'],
  },
  {
    what: 'a compound, together',
    q: '하반기실적',
    found: [['하반기 실적이 줄었다.']],
    absent: ['하반기 채용을 줄였다.'],
  },
  {
    what: 'a compound, together',
    q: '무역협상',
    found: [['무역 협상 재개를 알렸다.']],
    absent: ['무역협회가 알렸다.'],
  },
  {
    what: 'a compound as it was typed, however long its text',
    q: '수사기관',
    found: [
      [
        '그 수사기관은 지난해부터 여러 차례에 걸쳐 자료를 받아 갔으며 아무것도 돌려주지 않았다고 했다.',
      ],
      ['수사 기관이 왔다.'],
    ],
  },
  { what: 'one letter apart', q: '새집', found: [['새집을 샀다.', '새 집을 샀다.']] },
  {
    what: 'Latin and Hangul',
    q: 'AI칩',
    found: [['AI칩 수요가 늘었다.', 'AI 칩을 만든다.']],
    absent: ['AI 모델을 만든다.'],
  },
  {
    what: 'Latin and Hangul',
    q: 'LG화학',
    found: [['LG화학은 부인했다.']],
    absent: ['LG전자가 밝혔다.'],
  },
  {
    what: 'Latin and Hangul',
    q: 'K팝',
    found: [['K팝 그룹이 왔다.', 'K-팝 공연이 열렸다.']],
    absent: ['팝콘을 판다.'],
  },
  {
    what: 'a number with its unit',
    q: '250명',
    found: [['250명이 다쳤다.', '1차로 250 명이 왔다.']],
    absent: ['1250명이 왔다.', '25명이 왔다.'],
  },
  {
    what: 'an amount',
    q: '2400억',
    found: [['2400억원을 썼다.', '2,400억 원을 썼다.']],
    absent: ['240억원을 썼다.'],
  },
  {
    what: 'a percentage',
    q: '0.7%',
    found: [['0.7% 줄었다.'], ['0.7%p 줄었다.']],
    absent: ['0.7m 줄었다.', '10.7% 줄었다.'],
  },
  {
    what: 'a date',
    q: '4월 5일',
    found: [['4월 5일에 밝혔다.']],
    absent: ['14월은 없다.', '4월 15일에 밝혔다.'],
  },
  {
    what: 'a joined amount',
    q: '1조2000억',
    found: [['1조 2,000억원을 썼다.', '1조2000억 규모다.']],
    absent: ['1조원을 썼다.'],
  },
  {
    what: 'letters before a number',
    q: 'HBM',
    found: [['HBM4E 양산을 미뤘다.']],
    absent: ['HBO를 샀다.'],
  },
  {
    what: 'a number after letters',
    q: '5.1',
    found: [['GPT-5.1을 냈다.']],
    absent: ['15.1 버전을 냈다.'],
  },
  {
    what: 'a phrase',
    q: '"plant closed"',
    found: [['The plant closed in May.']],
    absent: ['They closed the plant.'],
  },
  {
    what: 'a phrase in the marks of a telephone',
    q: '“공장 폐쇄”',
    found: [['공장 폐쇄를 알렸다.']],
    absent: ['폐쇄된 공장이다.'],
  },
  { what: 'a phrase in other marks', q: '「공장 폐쇄」', found: [['공장 폐쇄를 알렸다.']] },
  { what: 'a phrase in other marks', q: '«plant closed»', found: [['The plant closed in May.']] },
  {
    what: 'what lacks a word',
    q: '공항 -인천',
    found: [['김해 공항이 닫혔다.']],
    absent: ['인천 공항이 닫혔다.', '인천공항이 닫혔다.'],
  },
  {
    what: 'what lacks a word',
    q: 'tariff -steel',
    found: [['a tariff on cars']],
    absent: ['a steel tariff'],
  },
  {
    what: 'one syllable',
    q: '빵',
    found: [['빵 값이 올랐다.', '빵을 판다.'], ['찐빵이 팔린다.']],
  },
  { what: 'one syllable', q: '콩', found: [['콩은 비싸다.'], ['땅콩을 심었다.']] },
  { what: 'one syllable', q: '쥐', found: [['쥐를 잡고 있다.'], ['쥐포를 판다.']] },
  { what: 'hanja', q: '獨', found: [['獨 총리가 왔다.', '獨佛 정상이 만났다.']] },
  { what: 'hanja', q: '銀', found: [['銀값이 올랐다.', '市銀이 올렸다.']] },
  { what: 'hanja', q: '男', found: [['30대男 구속', '80대\u7537 사망']] },
  {
    what: 'English stems',
    q: 'tariffs',
    found: [['New tariffs came.'], ['a tariff was announced']],
  },
  {
    what: 'English stems',
    q: 'closing',
    found: [['It closes today.', 'It closed yesterday.']],
    absent: ['a closet'],
  },
  {
    what: 'English stems',
    q: 'studies',
    found: [['a study of cars']],
    absent: ['a studio in town'],
  },
  {
    what: 'a noun with a form of 이다',
    q: '공항이었다',
    found: [['그곳은 공항이었다.'], ['공항은 닫혔다.']],
    absent: ['공장이었다.'],
  },
  { what: 'a noun with a form of 이다', q: '학교였다', found: [['학교가 반대했다.']] },
  { what: 'a noun with a form of 이다', q: '공항입니다', found: [['공항에 불이 났다.']] },
  {
    what: 'joined by a mark',
    q: '공항·인천',
    found: [['인천 공항이 닫혔다.', '공항, 인천에 있다.']],
    absent: ['김해 공항이 닫혔다.'],
  },
  { what: 'joined by a mark', q: '공항/인천', found: [['인천 공항이 닫혔다.']] },
  { what: 'joined by a mark', q: '공항-인천', found: [['인천 공항이 닫혔다.']] },
  {
    what: 'letters joined by a mark',
    q: '한·미',
    found: [['한·미 정상이 만났다.', '한미 정상이 만났다.', '한-미 정상이 만났다.']],
    absent: ['위치한 미 영사관이다.'],
  },
  {
    what: 'an amount with its unit',
    q: '2400억원',
    found: [['2400억원을 썼다.', '2,400억 원을 썼다.']],
    absent: ['2400억 달러를 썼다.', '240억 원을 썼다.'],
  },
  {
    what: 'an amount with its unit',
    q: '5조1000억원',
    found: [['5조1000억원이다.', '5조 1,000억 원이다.']],
    absent: ['5조 원이다.'],
  },
  { what: 'an amount with its unit', q: '600억달러', found: [['600억 달러를 벌었다.']] },
  { what: 'an amount with its unit', q: '4천만원', found: [['4천만 원을 냈다.']] },
  { what: 'an amount with its unit', q: '200만톤', found: [['200만 톤을 실었다.']] },
  {
    what: 'a number with a sign',
    q: '애플 -0.71%',
    found: [['애플(-0.71%) 주가도 내렸다.']],
    absent: ['애플 주가가 올랐다.'],
  },
  {
    what: 'a compound, apart, before its words elsewhere',
    q: '전기 요금',
    found: [['450만 5172원까지 오른 전기요금을 낸다.'], ['전기 자동차의 통행 요금을 깎는다.']],
  },
  {
    what: 'a compound, together, as typed',
    q: '전기요금',
    found: [['이번 달에 오른 전기요금이 문제다.'], ['전기 요금']],
  },
  {
    what: 'English stems of short words',
    q: 'died',
    found: [['He died.'], ['She dies.', 'They die.', 'a dying man']],
    absent: ['a diary', 'the dike'],
  },
  { what: 'English stems of short words', q: 'tries', found: [['She tried.', 'They try.']] },
  { what: 'English stems of short words', q: 'lying', found: [['He lies.', 'They lied.']] },
  { what: 'English stems of short words', q: 'gas', found: [['natural gas']], absent: ['a gap'] },
  {
    what: 'a word whose stem was another one',
    q: 'use',
    found: [['We use it.'], ['It is used.', 'no other uses']],
    absent: ['US troops', 'tell us'],
  },
  {
    what: 'what lacks a word with the same stem',
    q: 'vaccine -vaccination',
    found: [['a new vaccine']],
    absent: ['a vaccine for vaccination'],
  },
  { what: 'joined words', q: 'cooperate', found: [['They co-operate.']] },
  { what: 'initials', q: 'UN', found: [['The U.N. said so.', 'The UN said so.']] },
  { what: 'joined words', q: 'life style', found: [['a lifestyle', 'a life-style']] },
  { what: 'a word', q: 'harbour', found: [['the harbour', 'Harbour Board']] },
  { what: 'a word', q: 'dam', found: [['the dam']], absent: ['the damage'] },
]
