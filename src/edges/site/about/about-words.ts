import type { DisplayLanguage } from '../../../domain/display-language.ts'
import type { Part } from './prose.tsx'

interface AboutWords {
  readonly title: string
  readonly lead: string
  readonly parts: readonly Part[]
  /** Above the operator’s own words, if there are any. */
  readonly operator: string
  readonly operatorAbout: string
}

/** What the service is, and what it is not. */
export const aboutWords: Readonly<Record<DisplayLanguage, AboutWords>> = {
  en: {
    title: 'About this record',
    operator: 'Who runs it',
    operatorAbout:
      'For keys, for corrections of what was entered wrongly, and for what the law or somebody’s privacy requires to be removed.',
    lead: 'Counterpoint keeps a public record of disputed claims: who asserted what, in which document, who answered, what exactly the answer touches, and what it leaves open.',
    parts: [
      {
        title: 'What is on record',
        paragraphs: [
          [
            'A claim is one speaker’s assertion in a document that can be cited. It stands here in the words and the language in which it was said; translations say whether a person or a machine made them.',
          ],
          [
            'An answer is somebody else’s claim, joined to the first by a link that says what the answer touches. Somebody who repeats a report adds no second claim: an echo is not a confirmation.',
          ],
          [
            'Where a claim stands follows from this by ',
            ['published rules', '/rules'],
            '. Anybody who has the record can compute it again.',
          ],
        ],
      },
      {
        title: 'What it does not say',
        paragraphs: [
          [
            'It does not say who is right, and it gives no score. That an answer is not on record means just that: it neither confirms a claim nor concedes it, and somebody may have answered elsewhere.',
          ],
          [
            'A fact-checker’s verdict is that fact-checker’s claim, in that fact-checker’s words. What supports a claim is shown and never outvotes an answer.',
          ],
        ],
      },
      {
        title: 'Nothing is rewritten',
        paragraphs: [
          [
            'The record only grows. What was entered wrongly is marked as an entry error, what a speaker took back as withdrawn or replaced, and how a claim stood on any day can be seen on its page. Only words that the law or somebody’s privacy require to be removed are removed; that something stood there stays.',
          ],
        ],
      },
      {
        title: 'To answer or correct',
        paragraphs: [
          [
            'A party that is named in a claim can answer it: an answer, a confirmation or a correction becomes part of the same record, with the document in which it was given. A change to another side’s claim takes a second person.',
          ],
          [
            'Answers are entered by people and programs that have a key of this service; the ',
            ['reference of the API', '/docs'],
            ' says how. Before it is entered, a preview shows which claims would change. Keys are given by the operator.',
          ],
        ],
      },
      {
        title: 'Readers',
        paragraphs: [
          [
            'Pages set no cookie and load nothing from other hosts. On the pages of claims and stories, words of the record are set in a serif; our own words, like these, are not.',
          ],
          [
            'See also: ',
            ['the claims on record', '/claims'],
            ', ',
            ['how to get the data', '/data'],
            ', ',
            ['a card for your own page', '/embed'],
            ', ',
            ['the check of a draft', '/check'],
            '.',
          ],
        ],
      },
    ],
  },
  ko: {
    title: '이 기록에 대하여',
    operator: '운영자',
    operatorAbout:
      '키 발급, 잘못 입력된 내용의 정정, 법이나 개인정보 보호에 따른 삭제는 운영자에게 요청하십시오.',
    lead: 'Counterpoint는 엇갈리는 주장을 모은 공개 기록입니다. 누가 어느 문서에서 무엇을 주장했고, 누가 답했으며, 그 답이 정확히 무엇에 대한 것이고 무엇을 남겼는지를 담습니다.',
    parts: [
      {
        title: '무엇을 기록하나',
        paragraphs: [
          [
            '주장은 인용할 수 있는 문서에 실린 한 발언자의 말입니다. 말한 그대로, 말한 언어로 싣습니다. 번역에는 사람이 옮겼는지 기계가 옮겼는지 표시합니다.',
          ],
          [
            '답변은 다른 사람의 주장이며, 무엇에 대한 답인지를 밝혀 원래 주장에 잇습니다. 보도를 옮겨 적은 글은 주장을 하나 더 보태지 않습니다. 되풀이는 확인이 아니기 때문입니다.',
          ],
          [
            '주장의 상태는 ',
            ['공개된 규칙', '/rules'],
            '에 따라 기록에서 나옵니다. 기록이 있으면 누구나 다시 계산할 수 있습니다.',
          ],
        ],
      },
      {
        title: '무엇을 말하지 않나',
        paragraphs: [
          [
            '누가 옳은지 말하지 않으며 점수를 매기지 않습니다. 답변 기록이 없다는 것은 말 그대로입니다. 주장을 확인하는 것도 인정하는 것도 아니며, 다른 곳에서도 답이 없었다는 뜻이 아닙니다.',
          ],
          [
            '팩트체크 판정은 그 판정을 내린 곳의 주장으로, 그곳의 표현 그대로 싣습니다. 주장을 뒷받침하는 말은 보여 주되, 그 수가 많다고 답변을 이기지는 않습니다.',
          ],
        ],
      },
      {
        title: '고쳐 쓰지 않습니다',
        paragraphs: [
          [
            '기록은 쌓이기만 합니다. 잘못 입력한 것은 잘못 적었다고, 발언자가 거둔 것은 철회나 정정으로 표시하며, 어느 날의 상태든 주장의 페이지에서 볼 수 있습니다. 법이나 개인정보 보호 때문에 지워야 하는 말만 지우고, 그 자리에 무엇인가 있었다는 사실은 남깁니다.',
          ],
        ],
      },
      {
        title: '답하거나 바로잡으려면',
        paragraphs: [
          [
            '주장에 이름이 나온 쪽은 답할 수 있습니다. 답변·인정·정정은 그 말이 담긴 문서와 함께 같은 기록에 오릅니다. 다른 쪽의 주장이 바뀌는 일에는 두 번째 사람의 확인이 필요합니다.',
          ],
          [
            '답변은 이 서비스의 키를 받은 사람이나 프로그램이 입력합니다. 방법은 ',
            ['API 문서', '/docs'],
            '에 있습니다. 입력하기 전에 어느 주장이 바뀌는지 미리 볼 수 있습니다. 키는 운영자가 발급합니다.',
          ],
        ],
      },
      {
        title: '읽는 분께',
        paragraphs: [
          [
            '쿠키를 쓰지 않고, 다른 곳에서 아무것도 불러오지 않습니다. 주장과 사안의 페이지에서 기록된 말은 명조로, 이 글과 같은 우리 말은 고딕으로 적습니다.',
          ],
          [
            '함께 보기: ',
            ['기록된 주장', '/claims'],
            ' · ',
            ['데이터를 받는 방법', '/data'],
            ' · ',
            ['다른 페이지에 넣을 카드', '/embed'],
            ' · ',
            ['초고 확인', '/check'],
          ],
        ],
      },
    ],
  },
}
