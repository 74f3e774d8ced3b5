import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { CardSize, Theme } from '../../html/look.ts'

/** The words of the card builder page. */
export interface BuilderWords {
  readonly title: string
  readonly about: string
  readonly address: string
  readonly language: string
  readonly asReader: string
  readonly theme: string
  readonly themes: Readonly<Record<Theme, string>>
  readonly size: string
  readonly sizes: Readonly<Record<CardSize, string>>
  readonly counterpoints: string
  readonly opinions: string
  readonly opinionsShown: Readonly<Record<'on' | 'off', string>>
  readonly since: string
  readonly show: string
  readonly wide: string
  readonly narrow: string
  readonly element: string
  readonly elementAbout: string
  readonly frame: string
  readonly frameAbout: string
  readonly link: string
  readonly linkAbout: string
  readonly badge: string
  readonly badgeAbout: string
  readonly noBadge: string
  readonly copy: string
  readonly copied: string
  readonly notOurs: (host: string) => string
  readonly notFound: string
}

const en: BuilderWords = {
  title: 'A card for your page',
  about:
    'Paste the address of a claim or a story. The card shows where it stands when your page is read, also long after it was printed.',
  address: 'Address of a claim or a story',
  language: 'Language',
  asReader: 'As the reader’s',
  theme: 'Appearance',
  themes: { auto: 'As the reader’s', light: 'Light', dark: 'Dark' },
  size: 'Size',
  sizes: { full: 'Full', compact: 'Three lines' },
  counterpoints: 'Counterpoints',
  opinions: 'Analysts’ views',
  opinionsShown: { on: 'Shown', off: 'Left out, unless the status rests on them' },
  since: 'Seen on (to tell what changed since)',
  show: 'Show the card',
  wide: 'In a wide column',
  narrow: 'In a narrow column',
  element: 'Element',
  elementAbout:
    'Takes the width and the height it needs. Where scripts do not run, the link stays.',
  frame: 'Frame',
  frameAbout: 'Where scripts of others are refused. It is as high as the card at every width.',
  link: 'Link',
  linkAbout:
    'Where only a link can be pasted: WordPress, Ghost, Discourse and chats make a card or a preview of it.',
  badge: 'Badge',
  badgeAbout: 'Where only an image can be placed.',
  noBadge:
    'There is no badge for this claim: nobody has contradicted or examined it on record, and a badge would look like a confirmation.',
  copy: 'Copy',
  copied: 'Copied',
  notOurs: (host) => `This is not the address of a claim or a story on ${host}.`,
  notFound: 'There is no such claim or story.',
}

const ko: BuilderWords = {
  title: '다른 페이지에 넣을 카드',
  about:
    '주장이나 사안의 주소를 붙여 넣으십시오. 카드는 기사가 나간 뒤에도 독자가 읽는 시점의 상태를 보여 줍니다.',
  address: '주장 또는 사안의 주소',
  language: '언어',
  asReader: '독자 설정에 따름',
  theme: '화면 모드',
  themes: { auto: '독자 설정에 따름', light: '밝게', dark: '어둡게' },
  size: '크기',
  sizes: { full: '전체', compact: '세 줄' },
  counterpoints: '보여 줄 반론 수',
  opinions: '애널리스트 견해',
  opinionsShown: { on: '표시', off: '제외(상태의 근거가 된 견해는 표시)' },
  since: '기준일(그 뒤의 변경을 알림)',
  show: '카드 보기',
  wide: '넓은 단',
  narrow: '좁은 단',
  element: '요소',
  elementAbout: '너비와 높이를 스스로 맞춥니다. 스크립트가 실행되지 않는 곳에는 링크가 남습니다.',
  frame: '프레임',
  frameAbout: '외부 스크립트를 허용하지 않는 곳에 씁니다. 높이는 단의 너비에 맞게 정해집니다.',
  link: '링크',
  linkAbout:
    '링크만 넣을 수 있는 곳에 씁니다. 워드프레스, 고스트, 디스코스와 메신저가 카드나 미리보기로 바꿔 줍니다.',
  badge: '배지',
  badgeAbout: '이미지만 넣을 수 있는 곳에 씁니다.',
  noBadge:
    '이 주장에는 배지가 없습니다. 기록상 반박되거나 검증된 적이 없어, 배지를 붙이면 확인된 것처럼 보일 수 있습니다.',
  copy: '복사',
  copied: '복사했습니다',
  notOurs: (host) => `${host}에 있는 주장이나 사안의 주소가 아닙니다.`,
  notFound: '그런 주장이나 사안이 없습니다.',
}

const words: Readonly<Record<DisplayLanguage, BuilderWords>> = { en, ko }

export function builderWords(language: DisplayLanguage): BuilderWords {
  return words[language]
}
