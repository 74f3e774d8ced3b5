import type { DisplayLanguage } from '../../../domain/display-language.ts'
import type { RelatedAs } from '../../../store/related-claims.ts'

interface ClaimPageWords {
  readonly exchange: string
  readonly exchangeAbout: string
  /** Of a claim, or of a point of it, that none of these parties answered. */
  readonly noAnswerBy: (parties: string | undefined) => string
  readonly silence: string
  readonly notOnItself: (parties: string) => string
  /** Of points of a claim. */
  readonly notOnThese: (parties: string) => string
  readonly open: string
  readonly related: Readonly<Record<RelatedAs, string>>
  readonly moves: string
  readonly oneStatement: string
  readonly more: string
  readonly chain: string
  readonly speaks: string
  readonly ownReport: string
  readonly notOnRecord: string
  readonly relays: string
  readonly cites: string
  readonly thisRecord: string
  readonly entersIt: string
  readonly moreReports: (count: number) => string
  readonly time: string
  readonly timeAbout: string
  readonly saysIt: string
  readonly confirmsIt: string
  readonly entered: string
  readonly becomes: (status: string) => string
  readonly withdrawn: string
  readonly moreInTime: (count: number) => string
  readonly past: string
  readonly since: (when: string) => string
  readonly day: string
  readonly show: string
  readonly asItStood: (when: string) => string
  readonly wordsOfToday: string
  readonly now: string
  readonly take: string
  readonly embed: string
  readonly cite: string
}

/** The words of the page of a claim. */
export const claimPageWords: Readonly<Record<DisplayLanguage, ClaimPageWords>> = {
  en: {
    exchange: 'The exchange',
    exchangeAbout:
      'What was said, and each answer to it. A dashed box stands where no answer by those it is about is on record.',
    noAnswerBy: (parties) =>
      parties === undefined ? 'No answer is on record.' : `No answer by ${parties} is on record.`,
    silence: 'Silence is not a concession.',
    notOnItself: (parties) => `On the claim itself no answer by ${parties} is on record.`,
    notOnThese: (parties) => `On these points no answer by ${parties} is on record.`,
    open: 'Left open',
    related: {
      conceding: 'Statements that confirm it',
      answered: 'What it answers',
      basis: 'What it rests on',
      resting: 'What rests on it',
      restated: 'Others who say the same',
      supporting: 'Reasons offered for it',
      supported: 'What it offers reasons for',
    },
    moves: 'If this claim falls, these lose their basis.',
    oneStatement: 'One origin counts once, however many repeat it.',
    more: 'There are more of them',
    chain: 'Where it comes from',
    speaks: 'says it',
    ownReport: 'Its own text',
    notOnRecord: 'is not on record',
    relays: 'relays it',
    cites: 'has it',
    thisRecord: 'This record',
    entersIt: 'enters it',
    moreReports: (count) => `and ${count} more`,
    time: 'In order of time',
    timeAbout: 'Round: in the world. Square: on this record.',
    saysIt: 'says this',
    confirmsIt: 'confirms this',
    entered: 'Entered in this record',
    becomes: (status) => `Status: ${status}`,
    withdrawn: 'takes it back',
    moreInTime: (count) => `${count} more are not shown here.`,
    past: 'As it stood on another day',
    since: (when) => `The record of this claim begins on ${when}.`,
    day: 'Day',
    show: 'Show',
    asItStood: (when) => `This is how the claim stood on ${when}.`,
    wordsOfToday: 'The status is that of that moment, the words are those of today.',
    now: 'As it stands now',
    take: 'Take it along',
    embed: 'Embed it',
    cite: 'Cite it as it stands here:',
  },
  ko: {
    exchange: '주장과 답변',
    exchangeAbout: '주장과 그에 대한 답변입니다. 점선 칸은 당사자의 답변이 기록에 없다는 뜻입니다.',
    noAnswerBy: (parties) =>
      parties === undefined ? '답변이 기록에 없습니다.' : `${parties}의 답변이 기록에 없습니다.`,
    silence: '침묵은 인정이 아닙니다.',
    notOnItself: (parties) => `이 주장 자체에 대한 ${parties}의 답변은 기록에 없습니다.`,
    notOnThese: (parties) => `이 대목에 대한 ${parties}의 답변은 기록에 없습니다.`,
    open: '답변이 없는 대목',
    related: {
      conceding: '이를 인정한 발언',
      answered: '이 주장이 답한 주장',
      basis: '이 주장의 근거',
      resting: '이 주장을 근거로 삼은 주장',
      restated: '같은 내용을 말한 곳',
      supporting: '이 주장을 뒷받침하는 주장',
      supported: '이 주장이 뒷받침하는 주장',
    },
    moves: '이 주장이 효력을 잃으면 아래 주장들도 근거를 잃습니다.',
    oneStatement: '몇 곳이 되풀이하든 출처가 하나면 한 번만 셉니다.',
    more: '더 있습니다',
    chain: '출처의 경로',
    speaks: '발언',
    ownReport: '발언자 본인의 문서',
    notOnRecord: '기록에 없음',
    relays: '전언',
    cites: '수록',
    thisRecord: '이 기록',
    entersIt: '입력',
    moreReports: (count) => `외 ${count}건`,
    time: '시간순',
    timeAbout: '동그라미는 실제 있었던 일, 네모는 이 기록에 입력되거나 바뀐 일입니다.',
    saysIt: '이 주장을 밝힘',
    confirmsIt: '이를 인정함',
    entered: '이 기록에 입력됨',
    becomes: (status) => `상태: ${status}`,
    withdrawn: '이를 철회함',
    moreInTime: (count) => `여기에 보이지 않는 항목이 ${count}건 더 있습니다.`,
    past: '다른 날의 상태',
    since: (when) => `이 주장의 기록은 ${when}에 시작됩니다.`,
    day: '날짜',
    show: '보기',
    asItStood: (when) => `${when} 기준으로 이 주장이 어떤 상태였는지 보여 줍니다.`,
    wordsOfToday: '상태는 그때의 것이고, 표현은 지금의 것입니다.',
    now: '지금의 상태 보기',
    take: '가져가기',
    embed: '다른 페이지에 넣기',
    cite: '여기 보이는 상태로 인용하기:',
  },
}
