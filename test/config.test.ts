import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it, test } from 'vitest'
import { ConfigError, readConfig, variableNames } from '../src/config.ts'

const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')

describe('readConfig', () => {
  it('needs no variable at all', () => {
    expect(readConfig({})).toStrictEqual({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:8080',
      trustedProxyCount: 0,
      databaseUrl: undefined,
      migrationDatabaseUrl: undefined,
      allowsDataLoss: false,
      readDatabaseUrl: undefined,
      dataDir: './data',
      demo: 'auto',
      bootstrapApiKey: undefined,
      hasRateLimit: true,
      metricsToken: undefined,
      dataLicense: undefined,
      operator: undefined,
      drainSeconds: 1,
      logLevel: 'info',
    })
  })

  it('cannot be changed once read', () => {
    expect(readConfig({})).toSatisfy(Object.isFrozen)
  })

  it('takes an empty value for none', () => {
    const empty = Object.fromEntries(variableNames.map((name) => [name, '']))

    expect(readConfig(empty)).toStrictEqual(readConfig({}))
  })

  it('migrates as the serving role when no other is given', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://a@b/c' }).migrationDatabaseUrl).toBe(
      'postgres://a@b/c',
    )
  })

  test.each([
    [{ HOST: '0.0.0.0' }, 'http://localhost:8080'],
    [{ HOST: '::1', PORT: '3000' }, 'http://[::1]:3000'],
    [{ PUBLIC_URL: 'https://claims.example.org/' }, 'https://claims.example.org'],
  ])('%j is reached at %s', (environment, publicUrl) => {
    expect(readConfig(environment).publicUrl).toBe(publicUrl)
  })

  test.each([
    ['on', 1],
    ['off', 0],
    ['2', 2],
  ])('TRUST_PROXY=%s believes %d proxies', (value, count) => {
    expect(readConfig({ TRUST_PROXY: value }).trustedProxyCount).toBe(count)
  })

  test.each([
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['HOST', 'http://localhost'],
    ['PUBLIC_URL', 'claims.example.org'],
    ['PUBLIC_URL', 'https://claims.example.org/path'],
    ['PUBLIC_URL', 'https://user:secret@claims.example.org'],
    ['TRUST_PROXY', 'true'],
    ['DATABASE_URL', 'mysql://localhost/counterpoint'],
    ['MIGRATION_DATABASE_URL', 'localhost'],
    ['READ_DATABASE_URL', 'localhost'],
    ['READ_DATABASE_URL', 'postgres://a@one,two/c'],
    ['READ_DATABASE_URL', 'postgres://a@one/c,postgres://a@two/c'],
    ['DEMO', 'yes'],
    ['BOOTSTRAP_API_KEY', 'x'.repeat(31)],
    ['BOOTSTRAP_API_KEY', `${'x'.repeat(32)} y`],
    ['RATE_LIMIT', 'none'],
    ['ALLOW_DATA_LOSS', 'yes'],
    ['METRICS_TOKEN', 'two words'],
    ['DRAIN_SECONDS', '301'],
    ['DRAIN_SECONDS', '1.5'],
    ['LOG_LEVEL', 'INFO'],
  ])('refuses %s=%s by name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`${name} must`))
  })

  it('takes a replica for that of a database of your own only', () => {
    expect(refusalOf({ READ_DATABASE_URL: 'postgres://a@b/c' }).message).toContain(
      'DATABASE_URL must be set too when READ_DATABASE_URL is.',
    )
  })

  it('reports everything that is wrong at once, and repeats no value', () => {
    const environment = {
      PORT: 'eighty',
      DEMO: 'perhaps',
      MIGRATION_DATABASE_URL: 'postgres://owner:hunter2@host/db',
      BOOTSTRAP_API_KEY: 'hunter2',
    }

    const refusal = refusalOf(environment)

    expect(refusal).toBeInstanceOf(ConfigError)
    expect(refusal.message.split('\n')).toHaveLength(5)
    expect(refusal.message).toMatch(/PORT[^]*DEMO[^]*BOOTSTRAP_API_KEY[^]*DATABASE_URL/)
    expect(refusal.message).not.toMatch(/eighty|perhaps|hunter2/)
  })
})

describe('DATA_LICENSE', () => {
  test.each([
    ['CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/'],
    ['CC-BY-NC-SA-3.0', 'https://creativecommons.org/licenses/by-nc-sa/3.0/'],
    ['CC0-1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
    ['ODbL-1.0', 'https://spdx.org/licenses/ODbL-1.0.html'],
    ['https://example.org/terms', 'https://example.org/terms'],
  ])('%s is a licence, at %s', (text, url) => {
    expect(readConfig({ DATA_LICENSE: text }).dataLicense).toMatchObject({ name: text, url })
  })

  test.each([
    'cc-by-4.0',
    'CC BY 4.0',
    'MIT-ish',
    'free',
    'example.org/terms',
    'ftp://example.org/terms',
    'https://user:secret@example.org/',
    'javascript:alert(1)',
    'https://example.org/"><script>',
  ])('%s is none', (text) => {
    expect(() => readConfig({ DATA_LICENSE: text })).toThrow(/DATA_LICENSE must be an SPDX id/)
  })
})

describe('OPERATOR_NAME', () => {
  test.each([
    ['desk@example.org', 'mailto:desk@example.org'],
    ['https://example.org/contact', 'https://example.org/contact'],
  ])('goes with %s to write to', (text, href) => {
    expect(
      readConfig({
        OPERATOR_NAME: ' Example Trust ',
        OPERATOR_CONTACT: text,
        OPERATOR_LEGAL_NOTICE: 'https://example.org/notice',
      }).operator,
    ).toEqual({
      name: 'Example Trust',
      contact: { text, href },
      legalNotice: 'https://example.org/notice',
    })
  })

  it('may stand alone; without it, nobody is named', () => {
    expect(readConfig({ OPERATOR_NAME: 'Example Trust' }).operator).toEqual({
      name: 'Example Trust',
    })
    expect(readConfig({}).operator).toBeUndefined()
    expect(() => readConfig({ OPERATOR_CONTACT: 'desk@example.org' })).toThrow(
      /OPERATOR_NAME must be set too when OPERATOR_CONTACT is/,
    )
  })

  test.each([
    ['OPERATOR_NAME', '\u202eevil'],
    ['OPERATOR_CONTACT', 'desk'],
    ['OPERATOR_CONTACT', 'javascript:alert(1)'],
    ['OPERATOR_CONTACT', 'desk@example.org?bcc=other@example.org'],
    ['OPERATOR_LEGAL_NOTICE', 'desk@example.org'],
  ])('%s is not %s', (name, value) => {
    expect(() => readConfig({ OPERATOR_NAME: 'Example Trust', [name]: value })).toThrow(
      new RegExp(`${name} must be`),
    )
  })
})

describe('.env.example', () => {
  it('lists every variable, in the order of the schema', () => {
    const names = [...example.matchAll(/^(\w+)=/gm)].map(([, name]) => name)

    expect(names).toStrictEqual(variableNames)
  })

  it('shows the defaults', () => {
    expect(readConfig(parseEnv(example))).toStrictEqual(readConfig({}))
  })
})

function refusalOf(environment: Record<string, string>): Error {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('The environment was taken.')
}
