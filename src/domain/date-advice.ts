import { startOf } from './world-date.ts'

const english =
  /^(?:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?|(?:(\d{1,2})(?:st|nd|rd|th)? )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? )(\d{4})$/i
const korean = /^(\d{4}) ?[년./](?: ?(\d{1,2}) ?[월./]?(?: ?(\d{1,2}) ?(?:일|\.)?)?)?$/
const unpadded = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/

const months = 'janfebmaraprmayjunjulaugsepoctnovdec'

/**
 * How to write a date given in prose; undefined if it does not exist, or is ambiguous like
 * 03/04/2025.
 */
export function writtenDate(sent: string): string | undefined {
  const text = sent.trim().replace(/\s+/g, ' ')
  if (text.length > 40) return undefined
  const parts =
    inEnglish(text) ?? korean.exec(text)?.slice(1) ?? unpadded.exec(text)?.slice(1) ?? []
  const date = parts
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-')
  return startOf(date) === undefined ? undefined : date
}

function inEnglish(text: string): (string | undefined)[] | undefined {
  const found = english.exec(text)
  if (!found) return undefined
  const [, first, firstDay, secondDay, second, year] = found
  const month = months.indexOf((first ?? second ?? '').toLowerCase()) / 3 + 1
  return [year, String(month), firstDay ?? secondDay]
}
