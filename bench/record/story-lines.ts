import type { ClaimKind, Relation, ReportKind } from '../../src/domain/kinds.ts'
import type { Random } from '../../test/oracle/random.ts'
import type { Party } from './sources.ts'
import { nameOf, say, topicOf, type Language, type SentenceKind, type Topic } from './texts.ts'
import { capitalized, copyMark } from './words.ts'

/** A claim that others may answer. */
export interface Voice {
  readonly ref: string
  readonly speaker: string
  readonly kind: ClaimKind
}

const dayMs = 86_400_000

/**
 * Dates within two years, so that copies can be shifted by whole years without meeting 29 February.
 */
const firstDay = Date.UTC(2025, 0, 1)

/** Collects the lines of one story. */
export class StoryLines {
  readonly #random: Random
  readonly #subject: Party
  readonly #name: string
  readonly #topic: Topic
  readonly #begun: number
  readonly #lines: object[] = []
  readonly #claims: Record<string, unknown>[] = []
  readonly #ended: object[] = []

  constructor(random: Random, subject: Party, number: number) {
    this.#random = random
    this.#subject = subject
    this.#name = `${copyMark}-${number}`
    this.#topic = topicOf(random, subject.name)
    this.#begun = firstDay + random.below(360) * dayMs
  }

  claim(speaker: Party, say: SentenceKind, kind: ClaimKind, daysLater = 0, rating?: string): Voice {
    const ref = `c-${this.#name}-${this.#claims.length}`
    const lang = this.#language()
    const texts = this.#say(say)
    const assertedAt = this.#dateAfter(daysLater)
    const other = lang === 'en' ? 'ko' : 'en'
    const isTranslated = this.#random.chance(0.4)
    this.#claims.push({
      type: 'claim',
      ref,
      kind,
      speaker: speaker.ref,
      about: this.#random.chance(0.9) ? [this.#subject.ref] : [],
      text: texts[lang],
      lang,
      texts: isTranslated
        ? [{ lang: other, text: texts[other], by: this.#random.pick(['human', 'machine']) }]
        : [],
      assertedAt,
      ...(kind === 'figure' && { figure: this.#figure() }),
      ...(rating !== undefined && { rating }),
      citations: [this.#citation(this.#report(speaker, texts, lang, assertedAt), texts[lang])],
    })
    return { ref, speaker: speaker.ref, kind }
  }

  /** Another document that repeats the claim. */
  relay(claim: Voice, outlet: Party): void {
    const line = this.#claims.find(({ ref }) => ref === claim.ref)
    const texts = this.#say('report')
    const report = this.#report(outlet, texts, 'ko', this.#dateAfter(2))
    const citation = { ...this.#citation(report, texts.ko), attribution: 'relay' }
    if (line && Array.isArray(line['citations'])) line['citations'].push(citation)
  }

  link(relation: Relation, from: Voice, to: Voice, more: object = {}): string {
    return this.#link(relation, from, { claim: to.ref }, more)
  }

  /** It is cited where the conceding claim is. */
  concede(from: Voice, to: Voice): string {
    const citations = this.#claims.find(({ ref }) => ref === from.ref)?.['citations']
    return this.link('concedes', from, to, { citations })
  }

  linkOnto(from: Voice, link: string): string {
    return this.#link('undercuts', from, { link }, {})
  }

  withdraw({ ref }: Voice): void {
    this.#ended.push({
      type: 'withdrawal',
      claim: ref,
      at: this.#dateAfter(120),
      reason: 'The author took it back.',
      uncited: true,
    })
  }

  end(link: string): void {
    this.#ended.push({ type: 'end', link, at: this.#dateAfter(100), reason: 'It was dropped.' })
  }

  /** Voids the latest claim. */
  voidLast(): void {
    const claim = this.#claims.at(-1)?.['ref']
    this.#ended.push({ type: 'void', claim, reason: 'It stands there twice.' })
  }

  whole(): readonly object[] {
    const story = this.#say('report')
    return [
      ...this.#lines.filter((line) => 'type' in line && line.type === 'report'),
      ...this.#claims,
      ...this.#lines.filter((line) => 'type' in line && line.type === 'link'),
      {
        type: 'story',
        ref: `s-${this.#name}`,
        slug: `${this.#subject.name.en}-${this.#name}`,
        title: `${nameOf(this.#topic.subject, 'en')}: ${story.en}`.slice(0, 200),
        titles: [{ lang: 'ko', title: story.ko.slice(0, 200) }],
        claims: this.#claims.map(({ ref }) => ref),
      },
      ...this.#ended,
    ]
  }

  get claimCount(): number {
    return this.#claims.length
  }

  #link(relation: Relation, from: Voice, to: object, more: object): string {
    const ref = `l-${this.#name}-${this.#lines.length}`
    this.#lines.push({ type: 'link', ref, relation, from: from.ref, to, ...more })
    return ref
  }

  #report(speaker: Party, texts: Record<Language, string>, lang: Language, date: string): string {
    const ref = `r-${this.#name}-${this.#lines.length}`
    this.#lines.push({
      type: 'report',
      ref,
      source: speaker.ref,
      kind: reportKindOf(speaker),
      url: `https://${speaker.ref}.example/${copyMark}/${ref}`,
      title: texts[lang].slice(0, 120),
      lang,
      publishedAt: date,
    })
    return ref
  }

  #citation(report: string, text: string) {
    const words = text.split(' ')
    const isLong = words.length > 6
    return {
      report,
      quote: isLong ? words.slice(2, -1).join(' ') : text,
      prefix: isLong ? `${words.slice(0, 2).join(' ')} ` : null,
      suffix: isLong ? ` ${words.at(-1) ?? ''}` : null,
    }
  }

  #figure() {
    const low = 1 + this.#random.below(40)
    return {
      metric: `sales of ${this.#topic.words[0]?.en ?? ''}`,
      form: 'growth_rate',
      low: String(-low - this.#random.below(10)),
      high: String(-low),
      unit: 'percent',
      period: this.#dateAfter(0).slice(0, 4),
    }
  }

  #say(kind: SentenceKind): Record<Language, string> {
    const { en, ko } = say(this.#random, this.#topic, kind)
    return { en: capitalized(en), ko }
  }

  #language(): Language {
    return this.#random.chance(0.5) ? 'en' : 'ko'
  }

  #dateAfter(days: number): string {
    return new Date(this.#begun + days * dayMs).toISOString().slice(0, 10)
  }
}

function reportKindOf({ kind }: Party): ReportKind {
  if (kind === 'outlet' || kind === 'fact_checker') return 'article'
  if (kind === 'body') return 'ruling'
  return kind === 'analyst' ? 'note' : 'statement'
}
