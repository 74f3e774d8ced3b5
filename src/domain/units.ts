/**
 * How units of figures are written, and what each stands for; docs/units.md explains the choices.
 *
 * Spellings are folded: NFKC (so that ％, ㎏ and ￦ are their plain forms), lower case, single spaces.
 */

export interface UnitOfTable {
  /** The unit of the common scale. */
  readonly unit: string
  /** One of these is ten to this power of that unit. */
  readonly power: number
  readonly spellings: readonly string[]
}

export const units: readonly UnitOfTable[] = [
  { unit: 'ratio', power: 0, spellings: ['ratio'] },
  {
    unit: 'ratio',
    power: -2,
    spellings: ['percent', 'per cent', 'percentage', 'pct', 'pct.', '%', '퍼센트', '프로'],
  },
  { unit: 'ratio', power: -3, spellings: ['permille', 'per mille', 'per mil', '‰', '퍼밀'] },
  {
    unit: 'percentage point',
    power: 0,
    spellings: [
      'percentage point',
      'percentage points',
      'percent point',
      'percent points',
      'pp',
      'p.p.',
      '%p',
      '% p',
      '%pt',
      '%포인트',
      '% 포인트',
      '퍼센트포인트',
      '퍼센트 포인트',
    ],
  },
  {
    unit: 'percentage point',
    power: -2,
    spellings: ['basis point', 'basis points', 'bp', 'bps', '베이시스포인트', '베이시스 포인트'],
  },
  { unit: 'KRW', power: 0, spellings: ['krw', '₩', '원', '원화', 'won', 'korean won'] },
  {
    unit: 'USD',
    power: 0,
    spellings: [
      'usd',
      '$',
      'us$',
      'us $',
      'us dollar',
      'us dollars',
      'u.s. dollar',
      'u.s. dollars',
      '달러',
      '미 달러',
      '미국 달러',
      '불',
    ],
  },
  { unit: 'EUR', power: 0, spellings: ['eur', '€', 'euro', 'euros', '유로'] },
  { unit: 'JPY', power: 0, spellings: ['jpy', 'yen', 'japanese yen', '엔', '엔화'] },
  { unit: 'CNY', power: 0, spellings: ['cny', 'rmb', 'yuan', 'renminbi', '위안', '위안화'] },
  {
    unit: 'GBP',
    power: 0,
    spellings: ['gbp', '£', 'pound sterling', 'pounds sterling', '파운드화'],
  },
  { unit: 'people', power: 0, spellings: ['people', 'person', 'persons', '명', '사람'] },
  { unit: 'households', power: 0, spellings: ['households', 'household', '가구'] },
  {
    unit: 'tonnes',
    power: 0,
    spellings: ['tonnes', 'tonne', 'metric ton', 'metric tons', '톤'],
  },
  { unit: 'kg', power: 0, spellings: ['kg', 'kilogram', 'kilograms', '킬로그램'] },
  {
    unit: 'km',
    power: 0,
    spellings: ['km', 'kilometre', 'kilometres', 'kilometer', 'kilometers', '킬로미터'],
  },
  {
    unit: 'm2',
    power: 0,
    spellings: ['m2', 'square metre', 'square metres', 'square meter', 'square meters', '제곱미터'],
  },
  { unit: 'barrels', power: 0, spellings: ['barrels', 'barrel', 'bbl', '배럴'] },
  // They have no exact word in English, so they are compared with themselves.
  ...'개 건 대 곳 회 부 권 주 그루 마리 척 평'.split(' ').map((counter) => {
    return { unit: counter, power: 0, spellings: [counter] }
  }),
  // "About so many hundred millions", and ages.
  { unit: '억대', power: 0, spellings: ['억대'] },
  { unit: '조대', power: 0, spellings: ['조대'] },
  { unit: '십대', power: 0, spellings: ['십대'] },
  // Which country's, nobody says.
  { unit: 'dollars', power: 0, spellings: ['dollars', 'dollar'] },
]

/** Powers of ten that English words before or after a unit name. */
export const englishScales: Readonly<Record<string, number>> = {
  hundred: 2,
  hundreds: 2,
  thousand: 3,
  thousands: 3,
  million: 6,
  millions: 6,
  mn: 6,
  mln: 6,
  billion: 9,
  billions: 9,
  bn: 9,
  trillion: 12,
  trillions: 12,
  tn: 12,
  trn: 12,
}

/** Powers of ten that Korean syllables before a unit name, such as 천만. */
export const koreanScales = {
  small: { 십: 1, 백: 2, 천: 3 },
  large: { 만: 4, 억: 8, 조: 12 },
} as const
