import { enumerate } from '../domain/enumerate.ts'
import { nameOf, namesOf } from './english-phrases.ts'
import type { Party, Speaker } from './told/speakers.ts'

const words = 'no one two three four five six seven eight nine ten'.split(' ')

const whomItIsAbout = 'whom this is about'

/**
 * Who speaks: "Halden", "Halden, through F. Berg,", "Halden, one of three companies it is about,",
 * "F. Berg, also for Halden,".
 * "Halden, whom this is about," where the sentence says nothing else of that kind.
 */
export function whoSpeaks(speaker: Speaker, party: Party | null): string {
  const name = nameOf(speaker)
  if (party === null) return name
  if (party.isSpeakerOne && !speaksForItself(party))
    return `${[name, `also for ${others(party)}`, ...counted(party)].join(', ')},`
  const through = speaksForItself(party) ? [] : [`through ${name}`]
  const asides = [...counted(party), ...through]
  if (asides.length === 0) asides.push(whomItIsAbout)
  return `${namesOf(party.subjects)}, ${asides.join(', ')},`
}

/** Who admits something, and for whom: "F. Berg confirmed this for Halden". */
export function whoAdmits(speaker: Speaker, party: Party | null, verb: string): string {
  if (party === null || party.isSpeakerOne) return `${whoSpeaks(speaker, party)} ${verb}`
  const subjects = namesOf(party.subjects)
  const [count] = counted(party)
  return `${nameOf(speaker)} ${verb} for ${subjects}, ${count ?? whomItIsAbout},`
}

/** "F. Berg for Halden", "F. Berg, also for Halden". */
export function forWhom(speaker: Speaker, party: Party | null): string {
  const name = nameOf(speaker)
  if (party === null || speaksForItself(party)) return name
  if (party.isSpeakerOne) return `${name}, also for ${others(party)}`
  return `${name} for ${namesOf(party.subjects)}`
}

/** The names of several subjects and how many they are: "Halden and Nord, both companies it is about,". */
export function together(party: Party): string {
  return `${namesOf(party.subjects)}, ${counted(party).join(', ')},`
}

function speaksForItself({ subjects: { named, more }, isSpeakerOne }: Party): boolean {
  return isSpeakerOne && named.length + more === 1
}

/** The subjects besides the speaker, who is the first of them. */
function others({ subjects: { named, more } }: Party): string {
  return enumerate(named.slice(1).map(nameOf), 'en', more)
}

/** How many of the subjects these are, if there are others. */
function counted({ subjects, of, kind, isBesideOwn }: Party): readonly string[] {
  const size = subjects.named.length + subjects.more
  if (of < 2 || size > of) return []
  const all = `${isBesideOwn ? 'other ' : ''}${kind} it is about`
  if (size < of) return [`${inWords(size)} of ${inWords(of)} ${all}`]
  return [of === 2 ? `both ${all}` : `all ${inWords(of)} ${all}`]
}

/** "three", "11". */
export function inWords(count: number): string {
  return words[count] ?? String(count)
}
