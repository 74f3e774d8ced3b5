import { expect, test } from 'vitest'
import { eventSentence } from '../../src/sentences/outlook/outlook.ts'
import type { SaidEvent } from '../../src/sentences/outlook/said-event.ts'

const firm = { id: 'firm', name: 'Halden' }
const paper = { id: 'paper', name: '한겨레' }
const on = { isOfRuling: false } as const

const rows: readonly (readonly [SaidEvent, string, string])[] = [
  [
    { kind: 'confirmation', by: firm, status: 'admitted', ...on },
    'If Halden confirmed this, this claim’s status would become “Confirmed by the party it is about”.',
    'Halden이 이 주장을 인정하면 상태가 ‘당사자 인정’으로 바뀝니다.',
  ],
  [
    { kind: 'confirmation', by: firm, isConfirmed: true, status: 'admitted', ...on },
    'If Halden conceded this, this claim’s status would become “Confirmed by the party it is about”.',
    'Halden이 이 주장을 전부 인정하면 상태가 ‘당사자 인정’으로 바뀝니다.',
  ],
  [
    {
      kind: 'withdrawal',
      by: paper,
      words: '공장이 멈췄다',
      isOwn: false,
      status: 'answered',
      ...on,
    },
    'If 한겨레 withdrew “공장이 멈췄다”, this claim’s status would become “The challenge no longer stands”.',
    '한겨레가 “공장이 멈췄다”라는 주장을 철회하면 상태가 ‘제기된 반론이 유효하지 않음’으로 바뀝니다.',
  ],
  [
    { kind: 'withdrawal', by: firm, words: null, isOwn: false, status: 'basis_lost', ...on },
    'If Halden withdrew a statement whose words were removed, this claim’s status would become “What it rests on has fallen”.',
    'Halden이 내용이 삭제된 주장을 철회하면 상태가 ‘근거 상실’로 바뀝니다.',
  ],
  [
    { kind: 'withdrawal', by: paper, words: 'x', isOwn: true, status: 'withdrawn', ...on },
    'If 한겨레 withdrew this, this claim’s status would become “Withdrawn by its speaker”.',
    '한겨레가 이 주장을 철회하면 상태가 ‘발언자 철회’로 바뀝니다.',
  ],
  [
    { kind: 'set_aside', by: firm, words: 'It may close', isOwn: false, status: 'denied', ...on },
    'If a body with the rank to do so set aside Halden’s ruling “It may close”, this claim’s status would become “Answered or contested by the party it is about”.',
    '권한 있는 기관이 Halden의 판단(“It may close”)을 취소하거나 정지하면 상태가 ‘당사자 답변·이의’로 바뀝니다.',
  ],
  [
    {
      kind: 'set_aside',
      by: firm,
      words: 'x',
      isOwn: true,
      status: 'ruled_against',
      isOfRuling: true,
    },
    'If a body with the rank to do so set this ruling aside, this ruling’s status would become “Set aside or suspended by a body”.',
    '권한 있는 기관이 이 판단을 취소하거나 정지하면 상태가 ‘기관에서 취소·정지’로 바뀝니다.',
  ],
  [
    {
      kind: 'set_aside',
      by: firm,
      words: 'x',
      isOwn: false,
      status: 'unchallenged',
      isOfRuling: true,
    },
    'If a body with the rank to do so set aside Halden’s ruling “x”, this ruling’s status would become “Not contested or set aside on record”.',
    '권한 있는 기관이 Halden의 판단(“x”)을 취소하거나 정지하면 상태가 ‘이의·취소 기록 없음’으로 바뀝니다.',
  ],
]

test.each(rows)('%j is said in both languages', (event, en, ko) => {
  expect([eventSentence(event, 'en'), eventSentence(event, 'ko')]).toEqual([en, ko])
})

test('of long words only enough is quoted to tell them from others', () => {
  const words = 'word '.repeat(40).trim()
  const event: SaidEvent = {
    kind: 'withdrawal',
    by: firm,
    words,
    isOwn: false,
    status: 'answered',
    ...on,
  }
  expect(eventSentence(event, 'en').length).toBeLessThan(150)
})
