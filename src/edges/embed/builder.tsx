import {
  displayLanguages,
  languageNames,
  type DisplayLanguage,
} from '../../domain/display-language.ts'
import type { Operator } from '../../domain/operator.ts'
import { Page } from '../../html/page/page.tsx'
import { builderWords, type BuilderWords } from './builder-words.ts'
import {
  cardParameters,
  counterpointsByDefault,
  counterpointsMax,
  type Asked,
} from '../../html/choice.ts'
import { sizes, themes } from '../../html/look.ts'
import type { Snippets } from './snippets.tsx'

/** The result for a pasted address: a card with its snippets, or why there is none. */
export type Built =
  | {
      readonly card: string
      readonly heightAt: (width: number) => number
      readonly snippets: Snippets
      /** Nobody has examined the claim, so there is no badge. */
      readonly isUntested: boolean
    }
  | { readonly fault: string }

interface BuilderProps {
  readonly language: DisplayLanguage
  readonly operator: Operator | undefined
  readonly address: string
  readonly asked: Asked
  readonly built: Built | undefined
  /** The address of the script that makes the page interactive. */
  readonly script: string
}

/**
 * The page on which publishers build a card. It works without scripts; with them it updates on
 * every choice.
 */
export function BuilderPage({ language, operator, address, asked, built, script }: BuilderProps) {
  const said = builderWords(language)
  return (
    <Page
      language={language}
      title={said.title}
      operator={operator}
      head={<script type="module" src={script} />}
      inLanguage={(other) => `?${choicesIn(other, address, asked)}`}
    >
      <h1>{said.title}</h1>
      <p>{said.about}</p>
      <Choices said={said} language={language} address={address} asked={asked} built={built} />
      {built && 'card' in built && <Result said={said} built={built} />}
    </Page>
  )
}

/** The choices so far, to keep when the language changes. */
function choicesIn(page: DisplayLanguage, address: string, asked: Asked): string {
  const chosen = cardParameters.map((name) => [name, asked(name) ?? ''] as const)
  return new URLSearchParams({ page, address, ...Object.fromEntries(chosen) }).toString()
}

function Choices({
  said,
  language,
  address,
  asked,
  built,
}: Omit<BuilderProps, 'script' | 'operator'> & { said: BuilderWords }) {
  const fault = built && 'fault' in built ? built.fault : undefined
  const chosen = (name: Parameters<Asked>[0], byDefault: string) => asked(name) ?? byDefault
  return (
    <form class="form" action="/embed" method="get" id="choices">
      <input type="hidden" name="page" value={language} />
      <label class="whole">
        {said.address}
        <input
          type="url"
          name="address"
          value={address}
          required
          {...(fault !== undefined && { 'aria-invalid': 'true', 'aria-describedby': 'fault' })}
        />
      </label>
      {fault !== undefined && (
        <p class="fault whole" id="fault">
          {fault}
        </p>
      )}
      <label>
        {said.language}
        <select name="lang">
          <Choice value="" label={said.asReader} chosen={chosen('lang', '')} />
          {displayLanguages.map((each) => (
            <Choice value={each} label={languageNames[each]} chosen={chosen('lang', '')} />
          ))}
        </select>
      </label>
      <label>
        {said.theme}
        <select name="theme">
          {themes.map((theme) => (
            <Choice
              value={theme === 'auto' ? '' : theme}
              label={said.themes[theme]}
              chosen={chosen('theme', '')}
            />
          ))}
        </select>
      </label>
      <label>
        {said.size}
        <select name="size">
          {sizes.map((size) => (
            <Choice
              value={size === 'full' ? '' : size}
              label={said.sizes[size]}
              chosen={chosen('size', '')}
            />
          ))}
        </select>
      </label>
      <label>
        {said.counterpoints}
        <input
          type="number"
          name="counterpoints"
          min="0"
          max={String(counterpointsMax)}
          value={chosen('counterpoints', String(counterpointsByDefault))}
        />
      </label>
      <label>
        {said.opinions}
        <select name="opinions">
          <Choice value="" label={said.opinionsShown.on} chosen={chosen('opinions', '')} />
          <Choice value="off" label={said.opinionsShown.off} chosen={chosen('opinions', '')} />
        </select>
      </label>
      <label>
        {said.since}
        <input type="date" name="since" value={chosen('since', '')} />
      </label>
      <button type="submit" class="whole">
        {said.show}
      </button>
    </form>
  )
}

function Choice({ value, label, chosen }: { value: string; label: string; chosen: string }) {
  return (
    <option value={value} selected={value === chosen}>
      {label}
    </option>
  )
}

const widths = { wide: 640, narrow: 300 }

function Result({
  said,
  built: { card, heightAt, snippets, isUntested },
}: {
  said: BuilderWords
  built: Extract<Built, { card: string }>
}) {
  const frame = (title: string, width: number) => (
    <>
      <h2>{title}</h2>
      <iframe src={card} title={title} width={String(width)} height={String(heightAt(width))} />
    </>
  )
  return (
    <>
      <Snippet said={said} title={said.element} about={said.elementAbout} code={snippets.element} />
      <Snippet said={said} title={said.frame} about={said.frameAbout} code={snippets.frame} />
      <Snippet said={said} title={said.link} about={said.linkAbout} code={snippets.link} />
      {snippets.badge !== undefined && (
        <Snippet said={said} title={said.badge} about={said.badgeAbout} code={snippets.badge} />
      )}
      {isUntested && (
        <section>
          <h2>{said.badge}</h2>
          <p class="note">{said.noBadge}</p>
        </section>
      )}
      {frame(said.wide, widths.wide)}
      {frame(said.narrow, widths.narrow)}
    </>
  )
}

interface SnippetProps {
  readonly said: BuilderWords
  readonly title: string
  readonly about: string
  readonly code: string
}

function Snippet({ said, title, about, code }: SnippetProps) {
  return (
    <section>
      <h2>{title}</h2>
      <p class="note">{about}</p>
      <textarea readonly rows={4} spellcheck={false} aria-label={title}>
        {code}
      </textarea>
      <button type="button" data-copied={said.copied} hidden>
        {said.copy}
      </button>
    </section>
  )
}
