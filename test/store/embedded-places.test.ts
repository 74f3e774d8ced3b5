import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { EmbeddedError } from '../../src/store/embedded/error.ts'
import { startEmbedded } from '../../src/store/embedded/start.ts'
import { findServerUser } from '../../src/store/embedded/user.ts'
import { aFolder, use } from '../support/embedded.ts'
import { copyProject } from '../support/project.ts'

const isRoot = process.getuid?.() === 0
/** Whom every Linux has. */
const nobody = 65_534

function mayOthersEnter(file: string): boolean {
  const folder = path.dirname(file)
  const isOpen = (statSync(folder).mode & 0o001) !== 0
  return isOpen && (folder === path.dirname(folder) || mayOthersEnter(folder))
}

describe('the embedded PostgreSQL', () => {
  it.each([
    // No double quotes: initdb hands its path to a shell between them.
    ['spaces, Korean, apostrophes and commas', `여러 곳, it's`],
    ['more than the address of a socket may have', 'long/'.repeat(30)],
  ])('works in a path with %s', async (_, name) => {
    const { ask, stop } = await use(aFolder(name))

    expect(await ask(`select '매출'::text as text`)).toStrictEqual({ text: '매출' })
    expect(await stop()).toBe('stopped')
  })

  it.each([
    {},
    { LANG: 'ko_KR.UTF-8', LC_ALL: 'ko_KR.UTF-8', TZ: 'Asia/Seoul', PGDATA: '/nowhere' },
    { LANG: 'ko_KR.EUC-KR', TZ: 'no/such', PGHOST: 'no', PGPORT: '1', PGSSLMODE: 'require' },
  ])('is the same in the environment %j', async (env) => {
    const { ask } = await use(aFolder(), { env })

    const kind = await ask(
      `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as
       locale from pg_database where datname = current_database()`.replaceAll('\n', ' '),
    )

    expect(kind).toStrictEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' })
  })

  // Nobody can start what lies in a folder that others may not enter.
  const mayTryAsNobody = isRoot && mayOthersEnter(process.execPath)
  it.skipIf(!mayTryAsNobody)('runs as the user who starts it, unless that is root', async () => {
    const dataDir = aFolder()
    mkdirSync(dataDir)
    chownSync(dataDir, nobody, nobody)

    const { ask } = await use(dataDir, { uid: nobody })

    expect(await ask('select 1 as one')).toStrictEqual({ one: 1 })
    expect(statSync(path.join(dataDir, 'postgres', 'cluster')).uid).toBe(nobody)
  })

  it('refuses a folder that others may enter', async () => {
    const { dataDir, home } = anEmptyDataDir()
    const { uid, gid } = findServerUser()
    mkdirSync(home)
    chownSync(home, uid, gid)
    chmodSync(home, 0o755)

    await expect(startEmbedded({ dataDir })).rejects.toThrow(/can be entered by other users/)
    expect(readdirSync(home)).toStrictEqual([])
  })

  it('refuses what is not a folder', async () => {
    const { dataDir, home } = anEmptyDataDir()
    writeFileSync(home, '')

    await expect(startEmbedded({ dataDir })).rejects.toThrow(/is not a folder/)
  })

  it('says what the system refuses it', async () => {
    const { home } = anEmptyDataDir()
    writeFileSync(home, '')

    await expect(startEmbedded({ dataDir: path.join(home, 'data') })).rejects.toThrow(EmbeddedError)
  })

  it('refuses a link to what is gone', async () => {
    const { dataDir, home } = anEmptyDataDir()
    symlinkSync('/no/such/folder', home)

    await expect(startEmbedded({ dataDir })).rejects.toThrow(/database files that are gone/)
  })

  describe.skipIf(!isRoot)('started by root', () => {
    it.each([0, nobody])('refuses a folder of the user %d', async (uid) => {
      const { dataDir, home } = anEmptyDataDir()
      mkdirSync(home, { mode: 0o700 })
      chownSync(home, uid, uid)

      await expect(startEmbedded({ dataDir })).rejects.toThrow(`belongs to the user ${uid}, not`)
      expect(readdirSync(home)).toStrictEqual([])
    })

    it('runs a project that only root may enter from elsewhere, and says where', async () => {
      const dataDir = aFolder('잠긴 폴더/data')
      const project = copyProject(path.dirname(dataDir))
      chmodSync(project, 0o700)
      const program = path.join(project, 'test/support/use-embedded.ts')
      const first = await use(dataDir, { program })
      await first.ask(`create table claim as select '주장'::text as text`)
      await first.stop()
      const home = readlinkSync(path.join(dataDir, 'postgres'))
      mkdirSync(path.join(home, 'binaries', '18.0.0'))

      const second = await use(dataDir, { program })

      expect(await second.ask('select text from claim')).toStrictEqual({ text: '주장' })
      expect(second.log()).toContain(`The database files are in ${home}`)
      expect(statSync(home)).toMatchObject({ uid: findServerUser().uid, mode: 0o40700 })
      expect(readdirSync(path.join(home, 'binaries'))).not.toContain('18.0.0')
      expect(readdirSync(path.join(home, 'binaries'))).toHaveLength(1)
    })
  })
})

function anEmptyDataDir(): { dataDir: string; home: string } {
  const dataDir = aFolder()
  mkdirSync(dataDir)
  return { dataDir, home: path.join(dataDir, 'postgres') }
}
