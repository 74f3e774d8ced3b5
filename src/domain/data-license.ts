import { pageOf } from './operator.ts'

/** The terms on which the data may be used, as stated by the operator. */
export interface DataLicense {
  /** Its common name. */
  readonly name: string
  readonly url: string
  /** The SPDX id; absent if the operator gave an address. */
  readonly id?: string
}

/** Licences for data and texts with an SPDX id; any other is given by its address. */
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

/** Reads `DATA_LICENSE`: an SPDX id or an address; undefined if it is neither. */
export function dataLicenseOf(text: string): DataLicense | undefined {
  if (knownIds.has(text)) return { id: text, name: text, url: addressOf(text) }
  const url = pageOf(text)
  return url === undefined ? undefined : { name: text, url }
}

/** For Creative Commons, their own page, which programs compare; otherwise the page of SPDX. */
function addressOf(id: string): string {
  const [, kind, version] = /^CC-(BY(?:-[A-Z]{2})*)-(\d\.\d)$/.exec(id) ?? []
  if (kind !== undefined)
    return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`
  if (id === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/'
  return `https://spdx.org/licenses/${id}.html`
}
