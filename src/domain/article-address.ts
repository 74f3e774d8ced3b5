/** Sites on which an article or video has its own number but many addresses. */
interface ArticleSite {
  readonly hosts: readonly string[]
  /** The canonical address of the article, if the page is one. */
  readonly addressOf: (path: string, query: URLSearchParams) => string | undefined
}

const naver: ArticleSite = {
  hosts: ['news', 'n.news', 'sports', 'sports.news', 'entertain'].map(
    (name) => `${name}.naver.com`,
  ),
  addressOf: (path, query) => {
    const [, paper, number] = /\/article\/(?:comment\/)?(\d+)\/(\d+)$/.exec(path) ?? []
    const isReader = /\/(?:read|news)(?:\.naver|\.nhn)?$/.test(path)
    const oid = paper ?? (isReader ? query.get('oid') : undefined)
    const aid = number ?? (isReader ? query.get('aid') : undefined)
    const isArticle = /^\d+$/.test(oid ?? '') && /^\d+$/.test(aid ?? '')
    return isArticle ? `n.news.naver.com/article/${oid}/${aid}` : undefined
  },
}

/** Posts are numbered within a blog; `PostView` is the frame in which a blog shows them. */
const naverBlog: ArticleSite = {
  hosts: ['blog.naver.com'],
  addressOf: (path, query) => {
    const [, owner, number] = /^\/([\w-]+)\/(\d+)$/.exec(path) ?? []
    const isReader = /^\/PostView(?:\.naver|\.nhn)?$/i.test(path)
    const blog = owner ?? (isReader ? query.get('blogId') : undefined)
    const post = number ?? (isReader ? query.get('logNo') : undefined)
    const isPost = /^[\w-]+$/.test(blog ?? '') && /^\d+$/.test(post ?? '')
    return isPost ? `blog.naver.com/${blog}/${post}` : undefined
  },
}

const daum: ArticleSite = {
  hosts: ['', 'news.', 'sports.', 'entertain.']
    .map((name) => `${name}v.daum.net`)
    // The older host of the same articles.
    .concat('v.media.daum.net'),
  addressOf: (path) => {
    const [, number] = /^\/v\/(\d+)$/.exec(path) ?? []
    return number && `v.daum.net/v/${number}`
  },
}

const youTube: ArticleSite = {
  // YouTube Music uses the same video ids.
  hosts: ['youtube.com', 'youtube-nocookie.com', 'music.youtube.com'],
  addressOf: (path, query) => {
    const [, named] = /^\/(?:embed|shorts|live|v)\/([\w-]+)$/.exec(path) ?? []
    return videoAddress(named ?? (path === '/watch' ? query.get('v') : undefined))
  },
}

const youTubeShort: ArticleSite = {
  hosts: ['youtu.be'],
  addressOf: (path) => videoAddress(/^\/([\w-]+)$/.exec(path)?.[1]),
}

/** The number identifies the post; the user name before it can change. */
const x: ArticleSite = {
  hosts: ['x.com'],
  addressOf: (path) => {
    const [, number] =
      /^\/(?:i\/web|\w+)\/status(?:es)?\/(\d+)(?:\/(?:photo|video)\/\d+)?$/.exec(path) ?? []
    return number && `x.com/i/status/${number}`
  },
}

const sites = new Map(
  [naver, naverBlog, daum, youTube, youTubeShort, x].flatMap((site) =>
    site.hosts.map((host) => [host, site] as const),
  ),
)

/**
 * The canonical address of an article identified by its number.
 *
 * @param host without `www.`, `m.` and similar prefixes
 * @param path without a trailing slash
 */
export function articleAddress(
  host: string,
  path: string,
  query: URLSearchParams,
): string | undefined {
  return sites.get(host)?.addressOf(path, query)
}

/** `videoseries` is the playlist player. */
function videoAddress(id: string | null | undefined): string | undefined {
  const isVideo = /^[\w-]{6,}$/.test(id ?? '') && id !== 'videoseries'
  return isVideo ? `youtube.com/watch?v=${id}` : undefined
}
