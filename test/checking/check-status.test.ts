import { deflateSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { checkStatus } from '../../src/checking/check-status.ts'
import type { UnsignedBadge } from '../../src/credential/open-badge.ts'
import { signJwt } from '../../src/proof/jwt.ts'
import {
  bare,
  bare2021,
  bits,
  bitstringEntry,
  bitstringList,
  type Change,
  list2021,
  listUrl,
  packed,
} from '../support/lists.ts'
import { openStrangers, type Strangers, signAnything } from '../support/strangers.ts'

const other = 'https://badges.example.org/lists/2'

let strangers: Strangers
let issuer: string

beforeAll(async () => {
  strangers = await openStrangers()
  issuer = strangers.badge.issuer.id
})
afterEach(() => strangers.restore())
afterAll(() => strangers.close())

/** Members without a value are left out, as they are in JSON. */
const sign = (document: object) =>
  signAnything(strangers.issuer, JSON.parse(JSON.stringify(document)))

async function publish(list: object, url = listUrl) {
  strangers.replace(url, JSON.stringify(await sign(list)))
}

const told = (report: Awaited<ReturnType<Strangers['check']>>) => ({
  reason: report.findings.find(({ check }) => check === 'status')?.reason,
  verdict: report.verdict,
  status: report.status,
})

/** What is told of a credential with this status. */
const asked = async (entry: unknown) => told(await strangers.check(await sign(bare(issuer, entry))))

/** What the status check alone says of an entry, whatever the form of the credential, while this list is published. */
async function lookedUp(entry: unknown, list: object): Promise<string> {
  const signed = JSON.stringify(await sign(list))
  const { finding } = await checkStatus(bare(issuer, entry), {
    now: () => new Date(),
    onFault: (_, thrown) => {
      throw thrown
    },
    fetch: async (url) => {
      const text =
        url.href === listUrl ? signed : (await strangers.issuer.published(url.pathname))?.text
      return { contentType: '', body: Buffer.from(text ?? '') }
    },
  })
  return `${finding.outcome} ${finding.reason}`
}

const good = { reason: 'status-not-revoked', verdict: 'valid', status: 'active' }
const open = (reason: string) => ({ reason, verdict: 'undecided', status: 'unknown' })
const withdrawn = (status: string) => ({ reason: `status-${status}`, verdict: 'invalid', status })

describe('a bitstring status list', () => {
  test('says that a credential is not revoked', async () => {
    await publish(bitstringList(issuer))
    expect(await asked(bitstringEntry())).toEqual(good)
  })
  test('says that it is revoked by its own bit, and by no other', async () => {
    await publish(bitstringList(issuer, { subject: { encodedList: packed(bits([42])) } }))
    expect(await asked(bitstringEntry())).toEqual(withdrawn('revoked'))
    await publish(bitstringList(issuer, { subject: { encodedList: packed(bits([41, 43])) } }))
    expect(await asked(bitstringEntry())).toEqual(good)
  })
  test('counts its first bit from the left, and reaches its last', async () => {
    await publish(bitstringList(issuer, { subject: { encodedList: packed(bits([0, 131_071])) } }))
    expect(await asked(bitstringEntry({ statusListIndex: '0' }))).toEqual(withdrawn('revoked'))
    expect(await asked(bitstringEntry({ statusListIndex: '7' }))).toEqual(good)
    expect(await asked(bitstringEntry({ statusListIndex: '131071' }))).toEqual(withdrawn('revoked'))
    expect(await asked(bitstringEntry({ statusListIndex: 131_071 }))).toEqual(withdrawn('revoked'))
  })
  test('says that it is suspended', async () => {
    const subject = { statusPurpose: 'suspension', encodedList: packed(bits([42])) }
    await publish(bitstringList(issuer, { subject }))
    expect(await asked(bitstringEntry({ statusPurpose: 'suspension' }))).toEqual(
      withdrawn('suspended'),
    )
  })
  test('may serve several purposes', async () => {
    await publish(
      bitstringList(issuer, { subject: { statusPurpose: ['suspension', 'revocation'] } }),
    )
    expect(await asked(bitstringEntry())).toEqual(good)
  })
  test('may be longer than the smallest, and full', async () => {
    const noise = Buffer.alloc(131_072)
    for (let at = 0; at < noise.length; at += 1) noise[at] = (at * 2_654_435_761) >>> 13
    noise[5] = 0
    await publish(bitstringList(issuer, { subject: { encodedList: packed(noise) } }))
    expect(await asked(bitstringEntry())).toEqual(good)
  })
  test('may come as a JWT, bare and in an envelope', async () => {
    const keys = await strangers.issuer.keyring.current()
    const list = bitstringList(issuer, { subject: { encodedList: packed(bits([42])) } })
    const token = await signJwt(
      { ...list, issuer: { id: issuer } } as unknown as UnsignedBadge,
      keys.signer('ES256'),
    )
    strangers.replace(listUrl, token)
    expect(await asked(bitstringEntry())).toEqual(withdrawn('revoked'))
    expect(await asked(bitstringEntry({ statusListIndex: '43' }))).toEqual(good)
    strangers.replace(
      listUrl,
      JSON.stringify({
        '@context': 'https://www.w3.org/ns/credentials/v2',
        id: `data:application/vc+jwt,${token}`,
        type: 'EnvelopedVerifiableCredential',
      }),
    )
    expect(await asked(bitstringEntry())).toEqual(withdrawn('revoked'))
    strangers.replace(listUrl, `${token.slice(0, -6)}AAAAAA`)
    expect(await asked(bitstringEntry({ statusListIndex: '43' }))).toEqual(
      open('status-list-unverifiable'),
    )
  })

  test.each<[string, Change, string]>([
    ['has another id than its address', { list: { id: other } }, 'status-list-unverifiable'],
    ['has no id', { list: { id: undefined } }, 'status-list-unverifiable'],
    ['has expired', { list: { validUntil: '2026-02-01T00:00:00Z' } }, 'status-list-unverifiable'],
    ['lies ahead', { list: { validFrom: '2126-02-01T00:00:00Z' } }, 'status-list-unverifiable'],
    ['is of another type', { list: { type: ['VerifiableCredential'] } }, 'status-list-malformed'],
    ['has another purpose', { subject: { statusPurpose: 'suspension' } }, 'status-list-malformed'],
    ['is short', { subject: { encodedList: packed(bits([], 131_064)) } }, 'status-list-malformed'],
    ['is no text', { subject: { encodedList: 42 } }, 'status-list-malformed'],
    [
      'lacks the letter of its encoding',
      { subject: { encodedList: packed(bits([])).slice(1) } },
      'status-list-malformed',
    ],
    ['is padded', { subject: { encodedList: `${packed(bits([]))}=` } }, 'status-list-malformed'],
    [
      'is packed by zlib',
      { subject: { encodedList: `u${deflateSync(bits([])).toString('base64url')}` } },
      'status-list-malformed',
    ],
    [
      'is packed in two members',
      {
        subject: {
          encodedList: `u${Buffer.concat([gzipSync(bits([])), gzipSync(bits([42]))]).toString('base64url')}`,
        },
      },
      'status-list-malformed',
    ],
    [
      'begins with an empty member',
      {
        subject: {
          encodedList: `u${Buffer.concat([gzipSync(''), gzipSync(bits([]))]).toString('base64url')}`,
        },
      },
      'status-list-malformed',
    ],
    [
      'unpacks beyond 1 MiB',
      { subject: { encodedList: packed(Buffer.alloc(1024 * 1024 + 1)) } },
      'status-list-malformed',
    ],
    ['has a ttl that is no number', { subject: { ttl: '60000' } }, 'status-list-malformed'],
  ])('is not believed when it %s', async (_what, change, reason) => {
    await publish(bitstringList(issuer, change))
    expect(await asked(bitstringEntry())).toEqual(open(reason))
  })

  test('may be signed by a clock that is some seconds ahead', async () => {
    const ahead = (ms: number) => ({
      list: { validFrom: `${new Date(Date.now() + ms).toISOString().slice(0, 19)}Z` },
    })
    await publish(bitstringList(issuer, ahead(30_000)))
    expect(await asked(bitstringEntry())).toEqual(good)
    await publish(bitstringList(issuer, ahead(120_000)))
    expect(await asked(bitstringEntry())).toEqual(open('status-list-unverifiable'))
  })
  test('of 1 MiB is read, one of a byte more is not', async () => {
    await publish(
      bitstringList(issuer, { subject: { encodedList: packed(Buffer.alloc(1024 * 1024)) } }),
    )
    expect(await asked(bitstringEntry())).toEqual(good)
  })
  test('is not believed of another issuer, however well signed', async () => {
    const { issuer: someoneElse } = await strangers.checker.keyring.current()
    const list = await signAnything(strangers.checker, bitstringList(someoneElse))
    strangers.replace(listUrl, JSON.stringify(list))
    expect(await asked(bitstringEntry())).toEqual(open('status-list-unverifiable'))
    // The same issuer's name over it does not help.
    const posing = await signAnything(strangers.checker, bitstringList(issuer))
    strangers.replace(listUrl, JSON.stringify(posing))
    expect(await asked(bitstringEntry())).toEqual(open('status-list-unverifiable'))
  })
  test('is not believed with a changed bit, nor without proof', async () => {
    const list = await sign(bitstringList(issuer, { subject: { encodedList: packed(bits([42])) } }))
    const subject = { ...Object(list).credentialSubject, encodedList: packed(bits([])) }
    strangers.replace(listUrl, JSON.stringify({ ...list, credentialSubject: subject }))
    expect(await asked(bitstringEntry())).toEqual(open('status-list-unverifiable'))
    strangers.replace(listUrl, JSON.stringify(bitstringList(issuer)))
    expect(await asked(bitstringEntry())).toEqual(open('status-list-unverifiable'))
  })
  test.each(['<html></html>', '', '[]', 'null', '{"type":', `{"a":${'['.repeat(100)}`])(
    'is not to be read in the answer %j',
    async (answer) => {
      strangers.replace(listUrl, answer)
      expect(await asked(bitstringEntry())).toEqual(open('status-list-malformed'))
    },
  )
  test('that does not answer leaves it open', async () => {
    strangers.replace(listUrl, undefined)
    expect(await asked(bitstringEntry())).toEqual(open('status-list-unreachable'))
  })
})

describe('an entry', () => {
  test.each([
    ['131072', 'status-index-out-of-range'],
    ['4294967338', 'status-index-out-of-range'],
    ['42abc', 'status-list-malformed'],
    ['1e5', 'status-list-malformed'],
    ['-42', 'status-list-malformed'],
    ['+42', 'status-list-malformed'],
    ['042', 'status-list-malformed'],
    ['42.0', 'status-list-malformed'],
    [' 42', 'status-list-malformed'],
    ['0x2a', 'status-list-malformed'],
    ['٤٢', 'status-list-malformed'],
    ['', 'status-list-malformed'],
    ['99999999999999999999', 'status-list-malformed'],
    [42.5, 'status-list-malformed'],
    [-1, 'status-list-malformed'],
  ])('with the index %j says nothing', async (statusListIndex, reason) => {
    await publish(bitstringList(issuer))
    const entry = bitstringEntry({ statusListIndex })
    expect(await lookedUp(entry, bitstringList(issuer))).toBe(`unknown ${reason}`)
    expect((await asked(entry)).verdict).not.toBe('valid')
  })
  test('of an unknown purpose may withdraw it, so it is left open', async () => {
    await publish(bitstringList(issuer, { subject: { statusPurpose: 'withdrawal' } }))
    expect(await asked(bitstringEntry({ statusPurpose: 'withdrawal' }))).toEqual(
      open('status-type-unknown'),
    )
  })
  test('of an unknown type leaves it open', async () => {
    const credentialStatus = { id: 'urn:example:status', type: '1EdTechCredentialRefresh' }
    expect(
      told(await strangers.check(await sign({ ...strangers.badge, credentialStatus }))),
    ).toEqual(open('status-type-unknown'))
  })
  test('whose list is no address leaves it open', async () => {
    expect(await asked(bitstringEntry({ statusListCredential: 'urn:example:list' }))).toEqual(
      open('status-list-unreachable'),
    )
  })
  test('about a newer version withdraws nothing, and its list is not asked for', async () => {
    const before = strangers.asked.length
    expect(await asked(bitstringEntry({ statusPurpose: 'refresh' }))).toEqual({
      reason: 'status-not-about-withdrawal',
      verdict: 'valid',
      status: 'active',
    })
    expect(strangers.asked.slice(before)).not.toContain(listUrl)
  })
  test('about messages withdraws nothing; a message that is set is a warning', async () => {
    const told = async (set: number[]) => {
      const encodedList = packed(bits(set, 262_144))
      await publish(bitstringList(issuer, { subject: { statusPurpose: 'message', encodedList } }))
      const messages = ['0x0', '0x1', '0x2', '0x3'].map((status) => ({ status, message: 'so' }))
      const entry = { statusPurpose: 'message', statusSize: 2, statusMessage: messages }
      return strangers.check(await sign(bare(issuer, bitstringEntry(entry))))
    }
    expect(await told([85])).toMatchObject({ verdict: 'valid', warnings: ['status-message'] })
    expect(await told([83, 86])).toMatchObject({ verdict: 'valid', warnings: [] })
  })
  test('of two bits is set when either is, and needs a message for each value', async () => {
    const messages = ['0x0', '0x1', '0x2', '0x3'].map((status) => ({ status, message: 'so' }))
    const entry = bitstringEntry({ statusSize: 2, statusMessage: messages })
    const set = (indexes: number[], length = 262_144) =>
      publish(bitstringList(issuer, { subject: { encodedList: packed(bits(indexes, length)) } }))
    await set([84])
    expect(await asked(entry)).toEqual(withdrawn('revoked'))
    await set([42, 83, 86])
    expect(await asked(entry)).toEqual(good)
    for (const odd of [
      { statusMessage: messages.slice(1) },
      { statusSize: 0 },
      { statusSize: 1.5 },
    ])
      expect(await lookedUp({ ...entry, ...odd }, bitstringList(issuer))).toBe(
        'unknown status-list-malformed',
      )
    // Of one bit it would be long enough.
    await set([], 131_072)
    expect(await asked(entry)).toEqual(open('status-list-malformed'))
    await set([])
    expect(await asked({ ...entry, statusListIndex: '131072' })).toEqual(
      open('status-index-out-of-range'),
    )
  })
})

describe('several entries', () => {
  const second = (change: object = {}) =>
    bitstringEntry({ statusListCredential: other, statusPurpose: 'suspension', ...change })
  const publishSecond = (set: number[]) =>
    publish(
      bitstringList(issuer, {
        list: { id: other },
        subject: {
          id: `${other}#list`,
          statusPurpose: 'suspension',
          encodedList: packed(bits(set)),
        },
      }),
      other,
    )

  test('are good when all of them are', async () => {
    await publish(bitstringList(issuer))
    await publishSecond([])
    expect(await asked([bitstringEntry(), second()])).toEqual(good)
  })
  test('withdraw it when the second one does', async () => {
    await publish(bitstringList(issuer))
    await publishSecond([42])
    expect(await asked([bitstringEntry(), second()])).toEqual(withdrawn('suspended'))
  })
  test('withdraw it although another list cannot be had', async () => {
    strangers.replace(listUrl, undefined)
    await publishSecond([42])
    expect(await asked([bitstringEntry(), second()])).toEqual(withdrawn('suspended'))
  })
  test('leave it open when one of them does not answer, or is not known', async () => {
    await publish(bitstringList(issuer))
    strangers.replace(other, undefined)
    expect(await asked([bitstringEntry(), second()])).toEqual(open('status-list-unreachable'))
  })
  test('beyond four are not followed', async () => {
    const before = strangers.asked.length
    const five = Array.from({ length: 5 }, (_, at) => bitstringEntry({ statusListIndex: `${at}` }))
    expect(await asked(five)).toEqual(open('status-list-malformed'))
    expect(strangers.asked.slice(before)).not.toContain(listUrl)
  })
})

describe('a StatusList2021', () => {
  const entry = (change: object = {}) =>
    bitstringEntry({ id: `${listUrl}#42`, type: 'StatusList2021Entry', ...change })
  const asked2021 = async (change: object = {}) =>
    told(await strangers.check(await sign(bare2021(issuer, entry(change)))))

  test('says that a credential is not revoked', async () => {
    await publish(list2021(issuer))
    expect(await asked2021()).toEqual(good)
  })
  test('says that it is revoked, with padding and in plain base64 too', async () => {
    for (const encodedList of [
      packed(bits([42])).slice(1),
      gzipSync(bits([42, 1_000, 77_777])).toString('base64'),
    ]) {
      await publish(list2021(issuer, { subject: { encodedList } }))
      expect(await asked2021()).toEqual(withdrawn('revoked'))
      expect(await asked2021({ statusListIndex: '40' })).toEqual(good)
    }
  })
  test('says that it is suspended', async () => {
    const encodedList = packed(bits([42])).slice(1)
    await publish(list2021(issuer, { subject: { statusPurpose: 'suspension', encodedList } }))
    expect(await asked2021({ statusPurpose: 'suspension' })).toEqual(withdrawn('suspended'))
    expect(await asked2021()).toEqual(open('status-list-malformed'))
  })
  test.each<[string, Change, string]>([
    ['carries a letter of encoding', { subject: { encodedList: packed(bits([])) } }, 'malformed'],
    ['is short', { subject: { encodedList: packed(bits([], 8)).slice(1) } }, 'malformed'],
    ['has another id', { list: { id: other } }, 'unverifiable'],
    ['has expired', { list: { expirationDate: '2026-02-01T00:00:00Z' } }, 'unverifiable'],
  ])('is not believed when it %s', async (_what, change, reason) => {
    await publish(list2021(issuer, change))
    expect(await asked2021()).toEqual(open(`status-list-${reason}`))
  })
  test('is no substitute for a bitstring status list', async () => {
    await publish(list2021(issuer))
    expect(await asked(bitstringEntry())).toEqual(open('status-list-malformed'))
  })
})

describe('a list that 1EdTech describes', () => {
  const revocations = 'https://badges.example.org/revocations'
  const badgeWith = (id = revocations) => ({
    ...strangers.badge,
    credentialStatus: { id, type: '1EdTechRevocationList' },
  })
  const askedOf = async (list: object | undefined, id = revocations) => {
    strangers.replace(id, list && JSON.stringify(list))
    return told(await strangers.check(await sign(badgeWith(id))))
  }
  const id = () => strangers.badge.id

  test('does not name it', async () => {
    expect(await askedOf({ id: revocations, issuer, revokedCredential: [] })).toEqual(good)
    expect(await askedOf({ revokedCredential: [{ id: 'urn:example:another' }] })).toEqual(good)
  })
  test.each([
    ['an item with its id', (name: string) => ({ revokedCredential: [{ id: name }] })],
    ['a single item', (name: string) => ({ revokedCredential: { id: name, revoked: true } })],
    ['the plural', (name: string) => ({ revokedCredentials: [{ id: 'urn:x:y' }, { id: name }] })],
    ['a bare id', (name: string) => ({ revokedCredentials: [name] })],
  ])('revokes it by %s', async (_what, list) => {
    expect(await askedOf(list(id()))).toEqual(withdrawn('revoked'))
  })
  test.each(['true', 1, { at: '2026-11-01' }, null])(
    'revokes it where `revoked` is %p, which is not the word for no',
    async (revoked) => {
      expect(await askedOf({ revokedCredential: [{ id: id(), revoked }] })).toEqual(
        withdrawn('revoked'),
      )
    },
  )
  test('may say that it is not revoked', async () => {
    expect(await askedOf({ revokedCredential: [{ id: id(), revoked: false }] })).toEqual(good)
  })
  test('may be long', async () => {
    const revokedCredential = Array.from({ length: 12_000 }, (_, at) => ({ id: `urn:x:${at}` }))
    expect(await askedOf({ revokedCredential })).toEqual(good)
    expect(await askedOf({ revokedCredential: [...revokedCredential, { id: id() }] })).toEqual(
      withdrawn('revoked'),
    )
  })
  test('leaves it open when it cannot be had or read', async () => {
    expect(await askedOf(undefined)).toEqual(open('status-list-unreachable'))
    expect(await askedOf({ id: revocations })).toEqual(open('status-list-malformed'))
  })
  test('is believed without a signature only from the issuer itself, under its own address', async () => {
    const list = { revokedCredential: [] }
    const unverifiable = open('status-list-unverifiable')
    expect(await askedOf(list, 'https://elsewhere.example/revocations')).toEqual(unverifiable)
    expect(await askedOf(list, 'https://badges.example.org:8443/revocations')).toEqual(unverifiable)
    expect(await askedOf({ ...list, issuer: 'did:web:elsewhere.example' })).toEqual(unverifiable)
    expect(await askedOf({ ...list, id: other })).toEqual(unverifiable)
    expect(await askedOf({ ...list, issuer, proof: [] })).toEqual(unverifiable)
  })
})

describe('a credential without a list', () => {
  test('has nothing to be looked up', async () => {
    const report = await strangers.check(await sign(bare(issuer, undefined)))
    expect(told(report)).toEqual({ reason: 'status-none', verdict: 'valid', status: 'active' })
  })
})

describe('a list that may be used for a minute', () => {
  test('is had anew when the copy is older', async () => {
    const old = await sign(bitstringList(issuer, { subject: { ttl: 60_000 } }))
    const young = await sign(
      bitstringList(issuer, { subject: { ttl: 60_000, encodedList: packed(bits([42])) } }),
    )
    const published = async (url: URL, isAnew: boolean) => {
      const own = (await strangers.issuer.published(url.pathname))?.text ?? ''
      return url.href === listUrl ? JSON.stringify(isAnew ? young : old) : own
    }
    const wanted: (number | undefined)[] = []
    const check = (ageMs: number) =>
      checkStatus(bare(issuer, bitstringEntry()), {
        now: () => new Date(),
        onFault: (_, thrown) => {
          throw thrown
        },
        fetch: async (url, { maxAgeMs } = {}) => {
          if (url.href === listUrl) wanted.push(maxAgeMs)
          const isAnew = maxAgeMs !== undefined
          const body = Buffer.from(await published(url, isAnew))
          return { contentType: '', body, ageMs: isAnew ? 0 : ageMs }
        },
      })
    expect((await check(59_000)).finding.reason).toBe('status-not-revoked')
    expect(wanted).toEqual([undefined])
    expect((await check(61_000)).finding.reason).toBe('status-revoked')
    expect(wanted).toEqual([undefined, undefined, 60_000])
  })
})
