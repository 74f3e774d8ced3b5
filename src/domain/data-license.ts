/** Under which terms the data of the record may be used, as its operator states them. */
export interface DataLicense {
  /** What people call it. */
  readonly name: string
  readonly url: string
  /** Of SPDX; left out where the operator gave an address. */
  readonly id?: string
}

/** Licences for data and texts that SPDX has ids for; any other is given by its address. */
const knownIds = new Set([
  ...['CC-BY', 'CC-BY-SA', 'CC-BY-NC', 'CC-BY-ND', 'CC-BY-NC-SA', 'CC-BY-NC-ND'].flatMap((kind) =>
    ['1.0', '2.0', '2.5', '3.0', '4.0'].map((version) => `${kind}-${version}`),
  ),
  'CC0-1.0',
  'CC-PDDC',
  'CC-PDM-1.0',
  'PDDL-1.0',
  'ODC-By-1.0',
  'ODbL-1.0',
  'CDLA-Permissive-1.0',
  'CDLA-Permissive-2.0',
  'CDLA-Sharing-1.0',
  'C-UDA-1.0',
  'O-UDA-1.0',
  'OGL-UK-1.0',
  'OGL-UK-2.0',
  'OGL-UK-3.0',
  'OGL-Canada-2.0',
  'OGDL-Taiwan-1.0',
  'NLOD-1.0',
  'NLOD-2.0',
  'DL-DE-BY-2.0',
  'DL-DE-ZERO-2.0',
  'etalab-2.0',
])

/** What `DATA_LICENSE` stands for: an SPDX id or an address; undefined when it is neither. */
export function dataLicenseOf(text: string): DataLicense | undefined {
  if (knownIds.has(text)) return { id: text, name: text, url: addressOf(text) }
  const url = URL.parse(text)
  const isAddress =
    url !== null &&
    /^https?:\/\/[^\s<>"]{1,500}$/.test(text) &&
    url.username === '' &&
    url.password === ''
  return isAddress ? { name: text, url: url.href } : undefined
}

/** Creative Commons' own page, which is what programs compare; else that of SPDX. */
function addressOf(id: string): string {
  const [, kind, version] = /^CC-(BY(?:-[A-Z]{2})*)-(\d\.\d)$/.exec(id) ?? []
  if (kind !== undefined)
    return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`
  if (id === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/'
  return `https://spdx.org/licenses/${id}.html`
}
