import type { DisplayLanguage } from '../domain/display-language.ts'
import { rulesPath } from '../domain/rules.ts'
import type { Status } from '../domain/status.ts'

/** An address with the language in which its page is to be shown. */
export function inLanguage(address: string, language: DisplayLanguage): string {
  const url = new URL(address)
  url.searchParams.set('lang', language)
  return url.href
}

/**
 * A link to another page of ours. Those on pages keep the language that the reader chose; a card
 * leaves it to its reader's browser.
 */
export function linkTo(
  address: string,
  { isFramed, language }: { readonly isFramed: boolean; readonly language: DisplayLanguage },
): string {
  return isFramed ? address : inLanguage(address, language)
}

/** The address of a claim, for people and programs alike. */
export function claimAddress(publicUrl: URL, id: string): string {
  return new URL(`/claims/${id}`, publicUrl).href
}

/** ASCII, even if the slug is not. */
export function storyAddress(publicUrl: URL, slug: string): string {
  return new URL(`/stories/${encodeURIComponent(slug)}`, publicUrl).href
}

/** The card of the object at an address. */
export function cardAddress(address: string): string {
  const url = new URL(address)
  url.pathname = `/embed${url.pathname}`
  return url.href
}

/** The page on which a publisher builds a card of the object at an address. */
export function builderAddress(address: string, page: DisplayLanguage): string {
  return new URL(`/embed?${new URLSearchParams({ page, address }).toString()}`, address).href
}

/** The rules that computed a status, at its row of their table. */
export function rulesAddress(publicUrl: URL, version: number, status: Status): string {
  return new URL(`${rulesPath(version)}#${status}`, publicUrl).href
}

/** The page of a source, report, link or event. */
export function objectAddress(
  publicUrl: URL,
  folder: 'sources' | 'reports' | 'links' | 'events',
  name: string | number,
): string {
  return new URL(`/${folder}/${encodeURIComponent(name)}`, publicUrl).href
}

/** A source as data. */
export function sourceAddress(publicUrl: URL, id: string): string {
  return new URL(`/v1/sources/${id}`, publicUrl).href
}

/**
 * A preview picture of the claim or story at an address, under an address of its own: caches keep one
 * document per address.
 */
export function previewAddress(
  address: string,
  { language, asOf }: { readonly language: DisplayLanguage; readonly asOf: Date },
): string {
  return pictureAddress(address, 'png', { lang: language, at: asOf.toISOString() })
}

/** @param language by default, the reader's */
export function badgeAddress(address: string, language: string | undefined): string {
  return pictureAddress(address, 'svg', language === undefined ? {} : { lang: language })
}

function pictureAddress(
  address: string,
  format: 'png' | 'svg',
  query: Readonly<Record<string, string>>,
): string {
  const url = new URL(address)
  url.pathname += `.${format}`
  url.search = new URLSearchParams(query).toString()
  return url.href
}
