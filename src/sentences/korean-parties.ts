import { enumerate } from '../domain/enumerate.ts'
import { nameOf, namesOf } from './korean-phrases.ts'
import type { Party, Speaker, SubjectKind } from './told/speakers.ts'
import { withParticle } from './sounds/korean-particles.ts'

const kinds: Readonly<
  Record<SubjectKind, { readonly noun: string; readonly counter: string; readonly one: string }>
> = {
  companies: { noun: '대상 기업', counter: '곳', one: '하나' },
  people: { noun: '대상 인물', counter: '명', one: '한 명' },
  parties: { noun: '대상', counter: '곳', one: '하나' },
}

/**
 * Who speaks: "당사자인 마이크로소프트가", "대상 기업 3곳 중 하나인 구글이", "당사자인 할덴이 베르그를 통해".
 */
export function partySubject(speaker: Speaker, party: Party | null): string {
  if (party === null) return withParticle(nameOf(speaker), '이/가')
  // Nobody speaks through itself.
  if (party.isSpeakerOne && !speaksForItself(party)) return representing(speaker, party)
  const who = counted(party) + withParticle(namesOf(party.subjects), '이/가')
  return speaksForItself(party) ? who : `${who} ${withParticle(nameOf(speaker), '을/를')} 통해`
}

/** Who admits something, and for whom: "베르그가 당사자인 할덴을 대표해". */
export function admittingSubject(speaker: Speaker, party: Party | null): string {
  if (party === null || speaksForItself(party)) return partySubject(speaker, party)
  return representing(speaker, party)
}

function representing(speaker: Speaker, party: Party): string {
  return `${withParticle(nameOf(speaker), '이/가')} ${counted(party)}${represented(party)}`
}

/** The same without how many subjects there are: "베르그가 할덴을 대표해". */
export function forWhom(speaker: Speaker, party: Party | null): string {
  const who = withParticle(nameOf(speaker), '이/가')
  return party === null || speaksForItself(party) ? who : `${who} ${represented(party)}`
}

/** How many the subjects are, and their names: "대상 기업 3곳(구글, 메타, 애플)이". */
export function together({ subjects, of, kind, isBesideOwn }: Party): string {
  const { noun, counter } = kinds[kind]
  return `${isBesideOwn ? '그 밖의 ' : ''}${noun} ${of}${counter}(${namesOf(subjects)})이`
}

function speaksForItself({ subjects: { named, more }, isSpeakerOne }: Party): boolean {
  return isSpeakerOne && named.length + more === 1
}

/** "할덴을 대표해"; "자신과 노르드를 대표해" if the speaker is one of them. */
function represented({ subjects: { named, more }, isSpeakerOne }: Party): string {
  const names = named.map(nameOf)
  const [, other, ...rest] = names
  const isOfTwo = isSpeakerOne && other !== undefined && rest.length + more === 0
  const listed = isSpeakerOne ? ['자신', ...names.slice(1)] : names
  const all = isOfTwo ? `자신과 ${other}` : enumerate(listed, 'ko', more)
  return `${withParticle(all, '을/를')} 대표해`
}

/** How many of the subjects these are, if there are others. */
function counted({ subjects, of, kind, isBesideOwn }: Party): string {
  const size = subjects.named.length + subjects.more
  if (of < 2 || size > of) return '당사자인 '
  const { noun, counter, one } = kinds[kind]
  const all = `${isBesideOwn ? '그 밖의 ' : ''}${noun} ${of}${counter}`
  if (size === of) return `${all}인 `
  return size === 1 ? `${all} 중 ${one}인 ` : `${all} 중 ${size}${counter}인 `
}
