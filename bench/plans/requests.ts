import type { Dataset } from '../data.ts'
import { claimLists } from './lists.ts'
import { findSubjects, type Subjects } from './subjects.ts'

export interface PlannedRequest {
  readonly path: string
  readonly body?: object
  /** Whether a browser asks. */
  readonly isPage?: true
}

/** Every kind of read: all filters and sorts of the lists, alone and in common combinations. */
export async function plannedRequests(dataset: Dataset): Promise<PlannedRequest[]> {
  const found = await findSubjects(dataset)
  return [
    ...claimReads(found),
    ...claimLists(found).map((query) => ({ path: `/v1/claims?${query}` })),
    ...otherReads(found),
    ...pageReads(found).map((path): PlannedRequest => ({ path, isPage: true })),
  ]
}

/** Every kind of page that shows the record. */
function pageReads(found: Subjects): readonly string[] {
  const { claim, denied, hub, replacing, bigSource, smallSource, bigSubject } = found
  const { report, link, story, longStory, rareWord, pastSeq, lastSeq } = found
  return [
    '/',
    ...[claim, denied, hub, replacing].map((id) => `/claims/${id}`),
    ...[denied, hub].map((id) => `/claims/${id}?asOf=${lastSeq - 100}`),
    ...['', `?q=sales`, `?q=${rareWord}`, `?q=${encodeURIComponent('매출 목표')}`, '?q=zzzz'].map(
      (query) => `/claims${query}`,
    ),
    `/claims?status=denied&source=${bigSubject}`,
    `/claims?group=open&sort=most_countered`,
    `/stories/${story}`,
    `/stories/${longStory}?map=all`,
    ...[bigSource, smallSource, bigSubject].map((slug) => `/sources/${slug}`),
    `/reports/${report}`,
    `/links/${link}`,
    `/events/${pastSeq}`,
    `/events/${lastSeq}`,
  ]
}

function claimReads({ claim, denied, hub, replacing, lastSeq }: Subjects): PlannedRequest[] {
  return [claim, denied, hub, replacing].flatMap((id) =>
    [
      '',
      '/counterpoints',
      '/counterpoints?depth=5',
      '/history',
      '/graph',
      '/graph?depth=5',
      '/attribution',
    ]
      .filter((path) => id !== hub || !path.includes('='))
      .flatMap((path) => {
        const whole = `/v1/claims/${id}${path}`
        const asOf = `${whole}${path.includes('?') ? '&' : '?'}asOf=${lastSeq - 100}`
        const isThere = id === hub && path !== '/history'
        return isThere ? [{ path: whole }, { path: asOf }] : [{ path: whole }]
      })
      .concat([{ path: `/v1/claims/${id}/diff?from=${lastSeq - 1000}&to=${lastSeq - 100}` }]),
  )
}

function otherReads(found: Subjects): PlannedRequest[] {
  const { bigSource, smallSource, report, reportUrl, story } = found
  const { link, text, pastSeq, lastSeq } = found
  return [
    { path: '/v1/reports' },
    { path: `/v1/reports?source=${bigSource}` },
    { path: `/v1/reports?source=${smallSource}` },
    ...['the', '매출', found.rareWord].flatMap((word) => [
      { path: `/v1/reports?q=${encodeURIComponent(word)}` },
      { path: `/v1/reports?q=${encodeURIComponent(word)}&source=${bigSource}` },
      { path: `/v1/sources?q=${encodeURIComponent(word)}&kind=company` },
    ]),
    { path: `/v1/reports/${report}` },
    { path: `/v1/reports/${report}/claims` },
    ...['the', '매출 목표', 'sales', found.rareWord].flatMap((word) =>
      ['search', 'quotes'].map((list) => ({ path: `/v1/${list}?q=${encodeURIComponent(word)}` })),
    ),
    ...['', 'status=denied&', 'kind=ruling&', `about=${bigSource}&`].map((filter) => ({
      path: `/v1/claims?${filter}asOf=${pastSeq}`,
    })),
    ...['', `source=${smallSource}&`, `about=${bigSource}&`].map((filter) => ({
      path: `/v1/diff/claims?${filter}from=${pastSeq}`,
    })),
    { path: '/v1/sources' },
    { path: `/v1/sources/${bigSource}` },
    { path: '/v1/stories' },
    { path: `/v1/stories/${story}` },
    { path: `/v1/stories/${story}?asOf=${lastSeq}` },
    { path: `/v1/stories/${story}/diff?from=${lastSeq - 1000}` },
    { path: `/v1/links/${link}` },
    { path: '/v1/events' },
    { path: `/v1/events?after=${pastSeq}` },
    { path: `/v1/events?after=${lastSeq - 10}` },
    { path: `/v1/lookup?url=${encodeURIComponent(reportUrl)}` },
    { path: '/v1/lookup?url=https://nobody.example/nothing' },
    { path: '/v1/lookup', body: { text } },
    { path: '/v1/check', body: { text } },
    { path: '/v1/check', body: { text: reportUrl, format: 'addresses' } },
    {
      path: '/v1/lookup',
      body: { text: '매출 목표를 낮췄다고 관계자들이 전했다. The sales targets of the division.' },
    },
  ]
}
