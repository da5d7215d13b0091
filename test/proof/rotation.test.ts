import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { retireKey, rotateKeys } from '../../src/proof/issuer-keys.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { issueOne, openWorkshop } from '../support/workshop.ts'

const rotations = 10
let workshop: Awaited<ReturnType<typeof openWorkshop>>
/** One credential per generation of keys: the first before any rotation, the last after the tenth. */
const issued: IssuedRecord[] = []

beforeAll(async () => {
  workshop = await openWorkshop()
  const { service } = workshop
  for (let nth = 0; nth <= rotations; nth += 1) {
    issued.push(await issueOne(service, { key: `email:${nth}@example.org`, run: `run-${nth}` }))
    if (nth < rotations) await rotateKeys(service.keyring.settings, service.now())
  }
})

afterAll(() => workshop.close())

const formsOf = ({ signed, jwt }: IssuedRecord) => [signed, jwt]

async function readings(record: IssuedRecord) {
  const reports = formsOf(record).map(async (text) => {
    const { report } = await workshop.service.verify(new TextEncoder().encode(text))
    return report
  })
  return Promise.all(reports)
}

const verdicts = async (record: IssuedRecord) =>
  (await readings(record)).map(({ verdict }) => verdict)

/** The key ids that the two forms of a credential were signed with. */
function keysOf({ signed, jwt }: IssuedRecord): { proof: string; token: string } {
  const { proof } = JSON.parse(signed) as { proof: [{ verificationMethod: string }] }
  const header = JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString()) as {
    kid: string
  }
  const last = (text: string, mark: string) => text.split(mark).at(-1) ?? ''
  return { proof: last(proof[0].verificationMethod, '#'), token: last(header.kid, '/keys/') }
}

test('every generation has keys of its own, and all of them stay published', async () => {
  const used = issued.map(keysOf)
  expect(new Set(used.map(({ proof }) => proof)).size).toBe(rotations + 1)
  expect(new Set(used.map(({ token }) => token)).size).toBe(rotations + 1)
  const did = await workshop.service.published('/.well-known/did.json')
  for (const { proof, token } of used) {
    expect(did?.text).toContain(proof)
    expect(did?.text).toContain(token)
  }
})

test('after ten rotations every credential issued before still verifies, in both forms', async () => {
  for (const record of issued) expect(await verdicts(record)).toEqual(['valid', 'valid'])
})

test('a compromised key takes what it signed with it, and nothing else', async () => {
  const { service } = workshop
  const stolen = issued[3] as IssuedRecord
  const change = { state: 'compromised', now: service.now() } as const
  for (const kid of Object.values(keysOf(stolen))) retireKey(service.keyring.settings, kid, change)
  for (const record of issued) {
    const expected = record === stolen ? 'invalid' : 'valid'
    expect(await verdicts(record)).toEqual([expected, expected])
  }
  for (const report of await readings(stolen))
    expect(report.findings).toContainEqual(
      expect.objectContaining({ outcome: 'failed', reason: 'issuer-key-compromised' }),
    )
})

test('one form of a credential outlives the theft of the key of the other', async () => {
  const { service } = workshop
  const record = issued[5] as IssuedRecord
  retireKey(service.keyring.settings, keysOf(record).token, {
    state: 'compromised',
    now: service.now(),
  })
  expect(await verdicts(record)).toEqual(['valid', 'invalid'])
})
