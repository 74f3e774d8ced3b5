import type { DisplayLanguage } from '../domain/display-language.ts'

/** How chats and feeds present a bare link to a page. */
export interface Preview {
  readonly title: string
  /** Where the claim stands, in words. */
  readonly description: string
  readonly address: string
  readonly language: DisplayLanguage
  /** The address of a picture of the same, and that in words; pictures are of now. */
  readonly image?: { readonly address: string; readonly alt: string }
}

/** In pixels, as Open Graph recommends. */
export const previewSize = { width: 1200, height: 630 }

const locales: Readonly<Record<DisplayLanguage, string>> = { en: 'en_US', ko: 'ko_KR' }

/**
 * Open Graph and Twitter tags. The type is `website`: Discourse shows an `article` as text and
 * picture, even if oEmbed offers more.
 */
export function PreviewTags({ title, description, address, language, image }: Preview) {
  return (
    <>
      <meta name="description" content={description} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="Counterpoint" />
      <meta property="og:url" content={address} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <Locales language={language} />
      {image && (
        <>
          <meta property="og:image" content={image.address} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content={String(previewSize.width)} />
          <meta property="og:image:height" content={String(previewSize.height)} />
          <meta property="og:image:alt" content={image.alt} />
        </>
      )}
      <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
      <meta name="twitter:title" content={title} />
      <meta name="twitter:description" content={description} />
    </>
  )
}

/** The language of a page, and those in which it is there as well. */
export function Locales({ language }: { readonly language: DisplayLanguage }) {
  const others = Object.values(locales).filter((locale) => locale !== locales[language])
  return (
    <>
      <meta property="og:locale" content={locales[language]} />
      {others.map((locale) => (
        <meta property="og:locale:alternate" content={locale} />
      ))}
    </>
  )
}
