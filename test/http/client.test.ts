import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import { adminKey, it } from '../support/api.ts'
import { aPath } from '../support/folder.ts'

const run = promisify(execFile)
const project = path.resolve(import.meta.dirname, '../..')
const binary = (name: string) => path.join(project, 'node_modules/.bin', name)

/** A folder like a stranger's project: two programs, and a client generated from the service. */
async function aStrangersProject(origin: string): Promise<string> {
  const folder = aPath('stranger')
  mkdirSync(folder)
  cpSync(path.join(project, 'test/http/client'), folder, { recursive: true })
  symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'))
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}')
  await run(binary('openapi-typescript'), [`${origin}/openapi.json`, '-o', 'api.ts'], {
    cwd: folder,
  })
  return folder
}

it('is read and written by a client that is generated from its document', async ({ origin }) => {
  const folder = await aStrangersProject(origin)

  // Fails where a program errs, and where what must be an error is none.
  const compiled = await run(binary('tsc'), ['-p', folder]).catch((error: unknown) => error)
  const { stdout } = await run(process.execPath, [
    path.join(folder, 'program.ts'),
    origin,
    adminKey,
    path.join(project, 'db/seed/newsletter.ndjson'),
  ])

  const reported = '019ae1e5-0016-72bc-80b2-26737410feed'
  expect(compiled).toMatchObject({ stdout: '' })
  expect(JSON.parse(stdout)).toEqual({
    accepted: 77,
    read: {
      denied: [reported],
      status: '마이크로소프트 답변: 다른 점(범위) · 이 점은 답변 없음',
      sentence: expect.stringContaining('답했고'),
      roles: [
        ['party_response', 'rebuts'],
        ['party_response', 'undercuts'],
        ['party_response', 'qualifies'],
      ],
      statuses: ['denied'],
      nodes: 9,
      asOf: 124,
      title: 'MS의 AI 매출 목표 하향 조정 보도',
      answered: true,
      alike: reported,
      events: 124,
      lines: 78,
    },
    wrote: {
      isOnce: true,
      assertedAt: '2025-12-06',
      version: 2,
      stale: 412,
      found: ['The denial speaks of quotas and the overall target, not of single units'],
      withdrawn: ['withdrawn', '2025-12-10'],
      wrong: [['/title', 'blank']],
    },
  })
})
