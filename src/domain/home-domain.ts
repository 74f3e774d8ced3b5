import { isIP } from 'node:net'
import { registrableDomain, siteOf } from './page-host.ts'

/**
 * Sites on which many parties have pages, and which are not on the Public Suffix List: they are
 * nobody's home domain.
 */
const shared: ReadonlySet<string> = new Set([
  'about.me',
  'archive.org',
  'behance.net',
  'bsky.app',
  'brunch.co.kr',
  'crunchbase.com',
  'daum.net',
  'discord.gg',
  'discord.com',
  'dropbox.com',
  'egloos.com',
  'facebook.com',
  'fb.com',
  'flickr.com',
  'github.com',
  'gitlab.com',
  'google.com',
  'gov.uk',
  'imdb.com',
  'instagram.com',
  'kakao.com',
  'linkedin.com',
  'linktr.ee',
  'livejournal.com',
  'mastodon.social',
  'medium.com',
  'naver.com',
  'notion.site',
  'notion.so',
  'patreon.com',
  'pinterest.com',
  'prnewswire.com',
  'reddit.com',
  'scribd.com',
  'slideshare.net',
  'soundcloud.com',
  'stibee.com',
  'substack.com',
  't.me',
  'telegram.me',
  'threads.com',
  'threads.net',
  'tiktok.com',
  'tistory.com',
  'tumblr.com',
  'twitch.tv',
  'twitter.com',
  'vimeo.com',
  'vk.com',
  'weibo.com',
  'wikidata.org',
  'wikipedia.org',
  'wix.com',
  'wordpress.com',
  'www.gov.uk',
  'x.com',
  'youtube.com',
  'youtu.be',
  'zhihu.com',
])

/**
 * A party's home domain, from the address of its own site. On hosting platforms of the Public
 * Suffix List, it includes the part assigned to the party.
 *
 * @param url an address that has been parsed before
 */
export function homeDomain(url: string): string | undefined {
  const { host, port } = siteOf(new URL(url))
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return undefined
  const domain = registrableDomain(host)
  return domain === undefined || shared.has(domain) ? undefined : domain + port
}
