import type { DisplayLanguage } from '../../../domain/display-language.ts'

interface StoryPageWords {
  /** @param unnamed how many of the claims name no speaker */
  readonly counted: (claims: number, speakers: number, unnamed: number) => string
  readonly dated: (first: string, last: string) => string
  readonly firstCounted: (counted: number) => string
  /** Before the words that most others answer. */
  readonly saidFirst: (speaker: string, when: string | undefined) => string
  readonly answered: string
  readonly answeredAbout: string
  readonly noAnswers: string
  readonly moreAnswers: (count: number) => string
  readonly open: string
  readonly openAbout: string
  readonly allOpen: (count: number) => string
  readonly map: string
  readonly mapAbout: string
  readonly mapAlt: (claims: number, links: number) => string
  readonly others: (count: number) => string
  readonly legend: {
    readonly rebuts: string
    readonly undercuts: string
    readonly qualifies: string
    readonly other: string
    readonly ring: string
  }
  readonly asList: string
  readonly onLink: string
  /** Before the claim that a step leads to, of an answer to the step. */
  readonly onStep: string
  readonly cut: (shown: number, linked: number) => string
  readonly whole: (boxes: number) => string
  readonly conflictsAbout: string
  readonly time: string
  readonly timeAbout: string
  readonly moreInTime: (count: number) => string
  readonly andMore: (count: number) => string
  readonly entered: string
  readonly becomes: (status: string) => string
  readonly all: string
  readonly take: string
  readonly embed: string
}

/** The words of the page of a story. */
export const storyPageWords: Readonly<Record<DisplayLanguage, StoryPageWords>> = {
  en: {
    counted: (claims, speakers, unnamed) =>
      `${many(claims, 'claim')} by ${many(speakers, unnamed > 0 ? 'named speaker' : 'speaker')}${unnamed > 0 ? ' and others' : ''} on record`,
    dated: (first, last) => (first === last ? `dated ${first}` : `dated ${first} to ${last}`),
    firstCounted: (counted) => `The first ${counted.toLocaleString('en')} are counted here.`,
    saidFirst: (speaker, when) => `${speaker} said${when === undefined ? '' : ` ${when}`}:`,
    answered: 'Who answers whom',
    answeredAbout: 'What was said, and each answer to it. What has most answers comes first.',
    noAnswers: 'No claim of this story answers another one.',
    moreAnswers: (count) => `${many(count, 'more answer')} on record`,
    open: 'What is left open',
    openAbout: 'Silence is not a concession.',
    allOpen: (count) => `All ${count} that are left open`,
    map: 'The map',
    mapAbout:
      'One column for each party. Each box is a claim and leads to its page. The list below the map says the same.',
    mapAlt: (claims, links) => `Map of ${many(claims, 'claim')} and ${many(links, 'link')}`,
    others: (count) => `${count} others`,
    legend: {
      rebuts: 'contradicts',
      undercuts: 'contests grounds',
      qualifies: 'adds context or confirms',
      other: 'rests on, supports, repeats or replaces',
      ring: 'answers the step that a link makes',
    },
    asList: 'The map as a list',
    onLink: 'on the step from this',
    onStep: 'On the step from this to',
    cut: (shown, linked) => `The ${shown} claims with the most links, of ${linked} that have any.`,
    whole: (boxes) => `Show up to ${boxes}`,
    conflictsAbout: 'Drawn alike, so that none looks right.',
    time: 'In order of time',
    timeAbout: 'Round: in the world. Square: on this record.',
    moreInTime: (count) => `${count} more are not shown here.`,
    andMore: (count) => `and ${many(count, 'more claim')}`,
    entered: 'This story entered in the record',
    becomes: (status) => `Status now: ${status}`,
    all: 'All claims',
    take: 'Take it along',
    embed: 'Embed it',
  },
  ko: {
    counted: (claims, speakers, unnamed) =>
      unnamed > 0
        ? `이름이 밝혀진 발언자 ${speakers}곳과 그 밖의 주장 ${claims}건`
        : `발언자 ${speakers}곳의 주장 ${claims}건`,
    dated: (first, last) => (first === last ? first : `${first}부터 ${last}까지`),
    firstCounted: (counted) => `앞에서부터 ${counted.toLocaleString('en')}건을 센 것입니다.`,
    saidFirst: (speaker, when) => `${speaker}의 ${when === undefined ? '' : `${when} `}주장:`,
    answered: '누가 누구에게 답했나',
    answeredAbout: '주장과 그에 대한 답변입니다. 답변이 많은 주장부터 보입니다.',
    noAnswers: '이 사안의 주장 가운데 서로 답한 것이 없습니다.',
    moreAnswers: (count) => `기록된 답변 ${count}건 더 보기`,
    open: '답변이 없는 대목',
    openAbout: '침묵은 인정이 아닙니다.',
    allOpen: (count) => `답변이 없는 대목이 남은 주장 ${count}건 모두 보기`,
    map: '주장 지도',
    mapAbout:
      '세로줄 하나가 발언자 하나입니다. 상자를 누르면 그 주장의 페이지로 갑니다. 지도 아래 목록에도 같은 내용이 있습니다.',
    mapAlt: (claims, links) => `주장 ${claims}건과 연결 ${links}건의 지도`,
    others: (count) => `그 밖의 ${count}곳`,
    legend: {
      rebuts: '상반된 주장',
      undercuts: '근거에 대한 이의',
      qualifies: '맥락 보충·확인',
      other: '근거·뒷받침·같은 내용·대체',
      ring: '연결 자체에 대한 답변',
    },
    asList: '지도를 목록으로 보기',
    onLink: '다음 연결에 대해',
    onStep: '이 주장에서 다음으로 이어지는 연결에 대해:',
    cut: (shown, linked) => `연결이 있는 주장 ${linked}건 가운데 연결이 많은 ${shown}건입니다.`,
    whole: (boxes) => `${boxes}건까지 보기`,
    conflictsAbout: '어느 한쪽이 맞아 보이지 않도록 같은 모양으로 그렸습니다.',
    time: '시간순',
    timeAbout: '동그라미는 실제 있었던 일, 네모는 이 기록에 입력되거나 바뀐 일입니다.',
    moreInTime: (count) => `여기에 보이지 않는 항목이 ${count}건 더 있습니다.`,
    andMore: (count) => `외 주장 ${count}건`,
    entered: '이 사안이 기록됨',
    becomes: (status) => `지금 상태: ${status}`,
    all: '주장 전체',
    take: '가져가기',
    embed: '다른 페이지에 넣기',
  },
}

function many(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
