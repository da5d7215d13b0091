import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Env, readConfig } from '../src/config.ts'
import { Refusal } from '../src/errors.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The names of the settings that are refused. */
function wrongIn(env: Env): string[] {
  try {
    readConfig(env)
    return []
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    expect(thrown.code).toBe('settings-invalid')
    return thrown.details.map(({ at }) => at).sort()
  }
}

const randomToken = 'b7f0c2d1e8a94f63b5d27c1f0a9e8d76'

describe('readConfig', () => {
  test('needs nothing set, and then serves this machine', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      port: 8080,
      trustProxy: 0,
      viewsPerMinute: 600,
      metricsToken: null,
      retentionDays: 365,
      logLevel: 'info',
      isProduction: false,
      identifyBy: 'name',
      adminToken: null,
      keysPassphrase: null,
    })
    expect(config.publicUrl.href).toBe('http://localhost:8080/')
    expect(config.databaseFile).toBe(join(config.dataDir, 'colophon.sqlite'))
    expect(config.keysDir).toBe(join(config.dataDir, 'keys'))
    expect(config.checkpointFile).toBe(join(config.keysDir, 'checkpoint', 'last.jws'))
    expect(config.backupPassphrase).toBeNull()
    expect(Object.isFrozen(config)).toBe(true)
  })

  test('puts everything under DATA_DIR unless told otherwise', () => {
    const env = {
      DATA_DIR: folder,
      KEYS_DIR: '/elsewhere/keys',
      CHECKPOINT_FILE: '/elsewhere/last.jws',
      BACKUP_PASSPHRASE: 'open sesame',
    }
    expect(readConfig(env)).toMatchObject({
      dataDir: folder,
      databaseFile: join(folder, 'colophon.sqlite'),
      keysDir: '/elsewhere/keys',
      checkpointFile: '/elsewhere/last.jws',
      backupPassphrase: 'open sesame',
    })
  })

  test.each([
    ['sqlite:/srv/x.sqlite', '/srv/x.sqlite'],
    ['sqlite:///srv/x.sqlite', '/srv/x.sqlite'],
  ])('reads DATABASE_URL %s', (url, file) => {
    expect(readConfig({ DATABASE_URL: url }).databaseFile).toBe(file)
  })

  test.each([
    ['PORT', ['0x50', '-1', '65536', '80.5', 'http', '1e9']],
    ['TRUST_PROXY', ['-1', '11', 'true', 'loopback']],
    ['MAIL_PER_MINUTE', ['0', '-1', '60001', 'many']],
    ['FOUR_EYES_ABOVE', ['-1', '100001', 'never']],
    ['RETENTION_DAYS', ['0', '-1', '3651', 'forever']],
    ['UNDO_MINUTES', ['-1', '10081', '5.5', 'ten']],
    ['LOG_LEVEL', ['loud', 'INFO']],
    ['IDENTIFY_BY', ['email', 'face']],
    ['DATABASE_URL', ['mysql://x', 'x.sqlite', 'sqlite:', 'sqlite:  ']],
    [
      'PUBLIC_URL',
      [
        'badges.example.org',
        'ftp://badges.example.org',
        'https://badges.example.org/path',
        'https://badges.example.org/?a',
        'https://badges.example.org/#a',
        'https://name:word@badges.example.org',
        'https://:word@badges.example.org',
      ],
    ],
  ])('refuses a wrong %s', (name, values) => {
    for (const value of values) expect([value, wrongIn({ [name]: value })]).toEqual([value, [name]])
  })

  test('takes an address with a port, and keeps nothing but the origin', () => {
    expect(readConfig({ PUBLIC_URL: ' https://Badges.example.org:8443/ ' }).publicUrl.href).toBe(
      'https://badges.example.org:8443/',
    )
  })

  test('names every mistake at once', () => {
    const env = { PORT: 'x', LOG_LEVEL: 'x', PUBLIC_URL: 'x', DATABASE_URL: 'x', TRUST_PROXY: 'x' }
    expect(wrongIn(env)).toEqual(Object.keys(env).sort())
  })

  test('does not repeat a secret in what it complains of', () => {
    const secret = 'do-not-repeat-me'
    const env = { NODE_ENV: 'production', ADMIN_TOKEN: secret, KEYS_PASSPHRASE: secret }
    try {
      readConfig({ ...env, KEYS_PASSPHRASE_FILE: '/nowhere' })
    } catch (thrown) {
      const { message, details } = thrown as Refusal
      expect(details.length).toBeGreaterThan(1)
      expect(message + JSON.stringify(details)).not.toContain(secret)
    }
    expect.assertions(2)
  })
})

describe('a secret', () => {
  test.each([
    ['ADMIN_TOKEN', 'adminToken'],
    ['KEYS_PASSPHRASE', 'keysPassphrase'],
    ['METRICS_TOKEN', 'metricsToken'],
  ] as const)('%s comes from the environment or from a file, not from both', (name, member) => {
    const file = join(folder, name)
    writeFileSync(file, 'from-the-file\n')
    expect(readConfig({ [name]: 'direct' })[member]).toBe('direct')
    expect(readConfig({ [`${name}_FILE`]: file })[member]).toBe('from-the-file')
    expect(wrongIn({ [name]: 'direct', [`${name}_FILE`]: file })).toEqual([name])
    expect(wrongIn({ [`${name}_FILE`]: join(folder, 'absent') })).toEqual([`${name}_FILE`])
  })

  test('is not taken from an empty file', () => {
    const file = join(folder, 'empty')
    writeFileSync(file, '\n')
    expect(wrongIn({ ADMIN_TOKEN_FILE: file })).toEqual(['ADMIN_TOKEN_FILE'])
  })

  test('that is an admin token is one that a caller can send', () => {
    expect(wrongIn({ ADMIN_TOKEN: 'two words' })).toEqual(['ADMIN_TOKEN'])
    expect(wrongIn({ ADMIN_TOKEN: 'x'.repeat(201) })).toEqual(['ADMIN_TOKEN'])
  })

  test('that reads the metrics is one that a caller can send, and in production a random one', () => {
    const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://badges.example.org' }
    expect(wrongIn({ METRICS_TOKEN: 'two words' })).toEqual(['METRICS_TOKEN'])
    expect(wrongIn({ METRICS_TOKEN: 'short' })).toEqual([])
    expect(wrongIn({ ...production, METRICS_TOKEN: 'short' })).toEqual(['METRICS_TOKEN'])
    expect(wrongIn({ ...production, METRICS_TOKEN: randomToken })).toEqual([])
  })
})

describe('in production', () => {
  const env = { NODE_ENV: 'production', PUBLIC_URL: 'https://badges.example.org' }

  test('a good configuration passes', () => {
    expect(wrongIn({ ...env, ADMIN_TOKEN: randomToken })).toEqual([])
    expect(wrongIn(env)).toEqual([])
  })

  test('an address without https is refused, the default included', () => {
    expect(wrongIn({ ...env, PUBLIC_URL: 'http://badges.example.org' })).toEqual(['PUBLIC_URL'])
    expect(wrongIn({ NODE_ENV: 'production' })).toEqual(['PUBLIC_URL'])
  })

  test.each(['changeme', 'Admin', 'short', 'x'.repeat(31)])(
    'the token %s is refused, from a file too',
    (token) => {
      const file = join(folder, 'token')
      writeFileSync(file, token)
      expect(wrongIn({ ...env, ADMIN_TOKEN: token })).toEqual(['ADMIN_TOKEN'])
      expect(wrongIn({ ...env, ADMIN_TOKEN_FILE: file })).toEqual(['ADMIN_TOKEN'])
    },
  )

  describe('of the VC-API', () => {
    const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://badges.example.org' }

    test('has nothing set by itself, so that nothing is signed there', () => {
      expect(readConfig({})).toMatchObject({ vcApiKey: null, vcApiToken: null })
    })

    test('wants in production a random token beside the key', () => {
      const key = { ...production, VC_API_KEY: '{}' }
      expect(wrongIn(key)).toEqual(['VC_API_TOKEN'])
      expect(wrongIn({ ...key, VC_API_TOKEN: 'secret' })).toEqual(['VC_API_TOKEN'])
      expect(wrongIn({ ...key, VC_API_TOKEN: randomToken })).toEqual([])
      expect(wrongIn({ VC_API_KEY: '{}' })).toEqual([])
    })

    test('wants in production a key file that nobody else can read', () => {
      const file = join(folder, 'vc-api-keys.json')
      writeFileSync(file, '{}', { mode: 0o644 })
      const env = { ...production, VC_API_KEY_FILE: file, VC_API_TOKEN: randomToken }
      expect(wrongIn(env)).toEqual(['VC_API_KEY_FILE'])
      chmodSync(file, 0o600)
      expect(wrongIn(env)).toEqual([])
    })

    test('takes no token that could never be sent', () => {
      expect(wrongIn({ VC_API_TOKEN: 'two words' })).toEqual(['VC_API_TOKEN'])
    })
  })
})

describe('mail', () => {
  const from = { MAIL_FROM: 'office@example.org' }

  test('is not sent unless a server is set', () => {
    expect(readConfig({}).mail).toBeNull()
    expect(readConfig(from).mail).toBeNull()
  })

  test('needs somebody it is from', () => {
    expect(wrongIn({ SMTP_URL: 'smtp://mail.example.org' })).toEqual(['MAIL_FROM'])
  })

  test.each([
    [
      'smtp://mail.example.org',
      { host: 'mail.example.org', port: 587, tls: 'required', user: null },
    ],
    ['smtps://mail.example.org', { port: 465, tls: 'first' }],
    ['smtp://localhost:1025', { host: 'localhost', port: 1025, tls: 'offered' }],
    ['smtp://127.0.0.1', { tls: 'offered' }],
    ['smtp://[::1]:25', { host: '::1', port: 25, tls: 'offered' }],
    ['smtp://localhost.example.org', { tls: 'required' }],
    ['smtp://mail:25?tls=none', { host: 'mail', port: 25, tls: 'none' }],
    [
      'smtp://some%40one:p%3A%2F%40ss@mail.example.org/',
      { user: 'some@one', password: 'p:/@ss', tls: 'required' },
    ],
  ])('goes to %s', (url, server) => {
    expect(readConfig({ ...from, SMTP_URL: url }).mail?.server).toMatchObject(server)
  })

  test.each([
    'mail.example.org',
    'http://mail.example.org',
    'smtp://',
    'smtp://mail.example.org/inbox',
    'smtp://mail.example.org?pool=true',
    'smtp://mail.example.org#x',
    'smtp://name:word@mail.example.org?tls=none',
    'smtps://mail.example.org?tls=none',
    'smtp://name:%zz@mail.example.org',
    'smtp://mail.example.org:99999',
  ])('is not sent to %s, and no password is repeated', (url) => {
    try {
      readConfig({ ...from, SMTP_URL: url })
    } catch (thrown) {
      const { details } = thrown as Refusal
      expect(details.map(({ at }) => at)).toEqual(['SMTP_URL'])
      expect(JSON.stringify(details)).not.toMatch(/:word@|%zz/)
    }
    expect.assertions(2)
  })

  test('takes the server from a file as well', () => {
    const file = join(folder, 'smtp')
    writeFileSync(file, 'smtp://mail.example.org\n')
    expect(readConfig({ ...from, SMTP_URL_FILE: file }).mail?.perMinute).toBe(60)
  })

  test.each([
    ['office@example.org', { name: null, address: 'office@example.org' }],
    ['Office <office@example.org>', { name: 'Office', address: 'office@example.org' }],
    [
      '"Office, Sofia" <o.f+x@mail.example.org>',
      { name: 'Office, Sofia', address: 'o.f+x@mail.example.org' },
    ],
    ['Γραφείο <office@example.org>', { name: 'Γραφείο', address: 'office@example.org' }],
    ['root@localhost', { address: 'root@localhost' }],
  ])('is from %s', (text, sender) => {
    const env = { SMTP_URL: 'smtp://localhost', MAIL_FROM: text }
    expect(readConfig(env).mail?.from).toMatchObject(sender)
  })

  test.each([
    'office',
    'office@',
    'office@example',
    'a@b.org, c@d.org',
    'Office <office@example.org',
    'office@example.org>',
    'Office office@example.org',
    'A\r\nBcc: x <a@b.org>',
    'A <a@b.org> <c@d.org>',
    '.a@b.org',
    'μ@example.org',
  ])('is not from %j', (text) => {
    expect(wrongIn({ SMTP_URL: 'smtp://localhost', MAIL_FROM: text })).toEqual(['MAIL_FROM'])
  })
})

describe('receivers of webhooks on our own network', () => {
  test('are none unless they are named, each with its port', () => {
    expect(readConfig({}).webhookHosts).toEqual([])
    const WEBHOOK_HOSTS = 'records.campus.example:8080, 10.0.0.8:80 ,[fd00::1]:443,'
    expect(readConfig({ WEBHOOK_HOSTS }).webhookHosts).toEqual([
      'records.campus.example:8080',
      '10.0.0.8:80',
      '[fd00::1]:443',
    ])
  })

  test.each(['records.example', 'http://records.example:80', 'a b:80', '*:80', 'x:port'])(
    'are not %s',
    (WEBHOOK_HOSTS) => {
      expect(wrongIn({ WEBHOOK_HOSTS })).toEqual(['WEBHOOK_HOSTS'])
    },
  )
})
