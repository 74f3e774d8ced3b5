import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { describe, expect, onTestFinished } from 'vitest'
import { z } from 'zod'
import { run } from '../support/command.ts'
import { aPath } from '../support/folder.ts'
import { it } from '../support/it.ts'

/** Without a server of one's own. */
const embedded = { DATABASE_URL: '', MIGRATION_DATABASE_URL: '' }

async function aTakenPort(): Promise<string> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return String(z.object({ port: z.int() }).parse(server.address()).port)
}

describe('what cannot be is said in a sentence', () => {
  it('2: a port that is taken', async ({ database }) => {
    const PORT = await aTakenPort()

    const { code, out, err } = await run(database, ['serve'], { env: { PORT } })

    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(
      new RegExp(`^Port ${PORT} of 127\\.0\\.0\\.1 is taken by another program\\. .*\\n$`),
    )
  })

  it.for(['192.0.2.1', 'no-such-host.invalid'])('2: %s is not ours', async (HOST, { database }) => {
    const { code, out, err } = await run(database, ['serve'], { env: { HOST, PORT: '0' } })

    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^HOST \S+ is not an address of this machine\. .*\n$/)
  })

  it.for(['/proc/counterpoint/data', '/dev/null/data', `/tmp/${'x'.repeat(300)}`])(
    '3: the folder %s cannot be made',
    async (DATA_DIR, { database }) => {
      const env = { ...embedded, DATA_DIR, PORT: '0' }

      const { code, out, err } = await run(database, ['serve'], { env })

      expect([code, out]).toEqual([3, ''])
      expect(err).toMatch(/the folder \S+ cannot be made \(E[A-Z]+: [^)]*\)\./)
      expect(err.split('\n')).toHaveLength(3)
    },
  )

  it.for(['stop', 'export', 'migrate'])(
    '3: %s on a folder that cannot be made',
    async (verb, { database }) => {
      const env = { ...embedded, DATA_DIR: '/proc/counterpoint/data' }

      const { code, err } = await run(database, [verb], { env })

      // Where there is no folder there is nothing to stop.
      expect(code).toBe(verb === 'stop' ? 0 : 3)
      expect(err).not.toMatch(/\n\s+at /)
    },
  )

  it('2: an export into a folder that is not there', async ({ database }) => {
    const { code, err } = await run(database, ['export', '/nowhere/record.ndjson'])

    expect(code).toBe(2)
    expect(err).toBe(
      '/nowhere/record.ndjson cannot be written to (ENOENT: no such file or directory).\n',
    )
  })

  it('2: stop, where the server is not embedded', async ({ database }) => {
    const { code, err } = await run(database, ['stop'])

    expect(code).toBe(2)
    expect(err).toContain('DATABASE_URL names a server of your own.')
  })

  it('1: a bundle that begins with a byte order mark', async ({ database }) => {
    const file = aPath('bom.ndjson')
    writeFileSync(file, '\uFEFF{"type":"bundle","namespace":"bom"}\n')

    const { code, err } = await run(database, ['import', file])

    expect(code).toBe(1)
    expect(err).toContain('byte order mark')
    expect(err).not.toMatch(/\n\s+at /)
  })

  it('2: what is started before it is built', () => {
    const folder = aPath('unbuilt')
    mkdirSync(path.join(folder, 'bin'), { recursive: true })
    copyFileSync('bin/counterpoint.js', path.join(folder, 'bin/counterpoint.js'))
    writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}')

    const { status, stderr } = spawnSync(process.execPath, ['bin/counterpoint.js', '--help'], {
      cwd: folder,
      encoding: 'utf8',
    })

    expect(status).toBe(2)
    expect(stderr).toBe('Counterpoint is not built yet. Run `npm run build`, or `npm start`.\n')
  })
})

describe('counterpoint', () => {
  it('0: --version is that of the package', async ({ database }) => {
    const { code, out } = await run(database, ['--version'])

    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')))
    expect([code, out]).toEqual([0, `${version}\n`])
  })
})
