const survivor = '019ae1e6-0001-7000-8000-000000000002'
const story = '019ae1e6-0001-7000-8000-000000000005'
const claim = '019ae1e5-0016-72bc-80b2-26737410feed'

const at = '2026-11-23T09:00:00.000Z'
const withheld = {
  ground: 'withheld',
  statement: 'By order 2026-17 of the Example Court.',
  at,
}
const tombstone = {
  type: 'story',
  id: story,
  version: 2,
  recordedAt: at,
  voidedAt: null,
  mergedInto: null,
  slug: `redacted-${story.replaceAll('-', '')}`,
  claims: [claim],
  counts: { claims: 1 },
}

/** Example members of the problems for merged and redacted objects. */
export const leftExamples = {
  merged: { mergedInto: survivor },
  gone: { redaction: { ground: 'erased', statement: null, at }, tombstone },
  'legally-withheld': { redaction: withheld, tombstone },
}
