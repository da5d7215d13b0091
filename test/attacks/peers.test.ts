import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { reportPage } from '../../src/pages/report-page.ts'
import { frame } from '../pages/samples.ts'
import {
  type ForeignWorld,
  makeKeyParty,
  openForeignWorld,
  schoolDid,
} from '../support/foreign-world.ts'
import { expectValid, type Handed, isReport, judge } from './attack.ts'
import { badge, badges, olderBadge, payload, v2 } from './base-documents.ts'
import { listUrl, statusEntry, statusIndex, statusList } from './status-lists.ts'

/** Defects that were found in the best verifiers there are: each must stay impossible here. */

let world: ForeignWorld
beforeAll(async () => {
  world = await openForeignWorld()
})
beforeEach(() => world.restore())
afterAll(() => world.close())

async function reportOf(handed: Handed) {
  const outcome = await judge(world, handed)
  if (!isReport(outcome)) throw outcome
  return outcome
}

const statusList2021 = (revoked: readonly number[]) => {
  const bits = Buffer.alloc(16_384)
  for (const at of revoked) bits[at >> 3] = (bits[at >> 3] ?? 0) | (0x80 >> (at & 7))
  return {
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      'https://w3id.org/vc/status-list/2021/v1',
      'https://w3id.org/security/data-integrity/v2',
    ],
    id: listUrl,
    type: ['VerifiableCredential', 'StatusList2021Credential'],
    issuer: schoolDid,
    issuanceDate: '2026-11-01T00:00:00Z',
    credentialSubject: {
      id: `${listUrl}#list`,
      type: 'StatusList2021',
      statusPurpose: 'revocation',
      encodedList: gzipSync(bits).toString('base64url'),
    },
  }
}

const withList2021 = () => {
  const document = olderBadge()
  const contexts = document['@context'] as string[]
  return olderBadge({
    '@context': [...contexts, 'https://w3id.org/vc/status-list/2021/v1'],
    credentialStatus: statusEntry({ type: 'StatusList2021Entry' }),
  })
}

describe('a revocation that others skip', () => {
  test('in a StatusList2021, as Open edX issues it, is found', async () => {
    world.publish(listUrl, await world.sign(statusList2021([])))
    expect(await reportOf(await world.sign(withList2021()))).toMatchObject({ verdict: 'valid' })
    world.publish(listUrl, await world.sign(statusList2021([statusIndex])))
    expect(await reportOf(await world.sign(withList2021()))).toMatchObject({
      verdict: 'invalid',
      status: 'revoked',
    })
  })

  test('in a list that does not answer is never told as "not revoked"', async () => {
    const report = await reportOf(await world.sign(badge({ credentialStatus: statusEntry() })))
    expect(report).toMatchObject({ verdict: 'undecided', status: 'unknown' })
    expect(report.answers.current).toBe('unknown')
    for (const language of ['en', 'el'] as const) {
      const page = reportPage({ report }, { ...frame, language }).toString()
      expect(page).toContain('class="verdict tone-unsure"')
      expect(page).not.toContain('has not been revoked')
    }
  })

  test('in a 1EdTech list is found', async () => {
    const url = 'https://school.example/revoked.json'
    const document = badge({
      '@context': [v2, badges, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
      id: 'https://school.example/c/1',
      credentialStatus: { id: url, type: '1EdTechRevocationList' },
    })
    world.publish(url, { id: url, issuer: schoolDid, revokedCredentials: [] })
    expectValid(await reportOf(await world.sign(document)))
    const revokedCredentials = [{ id: document.id, revoked: true }]
    world.publish(url, { id: url, issuer: schoolDid, revokedCredentials })
    expect(await reportOf(await world.sign(document))).toMatchObject({ status: 'revoked' })
  })

  test('is found though the signature holds: "verified" of a library is not enough', async () => {
    world.publish(listUrl, await world.sign(statusList([statusIndex])))
    const report = await reportOf(await world.sign(badge({ credentialStatus: statusEntry() })))
    expect(report).toMatchObject({
      verdict: 'invalid',
      status: 'revoked',
      answers: { genuine: 'yes', current: 'no' },
    })
  })
})

describe('a signature that others look at without what it signs', () => {
  test('is not taken from a jws beside another document', async () => {
    const jws = world.token(payload())
    const proof = [{ type: 'JsonWebSignature2020', jws, proofPurpose: 'assertionMethod' }]
    const report = await reportOf({ ...badge({ name: 'Doctor' }), proof })
    expect(report.verdict).not.toBe('valid')
    expect(report.facts).toEqual({})
  })

  test('is not taken from a key in the header or at any address', async () => {
    const thief = makeKeyParty('P-256')
    const { rawToken } = await import('../support/stranger-keys.ts')
    for (const header of [
      { alg: 'ES256', jwk: thief.key.jwk },
      { alg: 'ES256', kid: 'https://thief.example/key.json' },
    ]) {
      world.publish('https://thief.example/key.json', thief.key.jwk)
      const before = world.asked.length
      const report = await reportOf(rawToken(header, payload(), thief.key))
      expect(report.verdict).not.toBe('valid')
      expect(world.asked.slice(before).join()).not.toContain('thief')
    }
  })

  test('is not taken from a key in the fragment of the DID of the school', async () => {
    const thief = makeKeyParty('Ed25519')
    const verificationMethod = `${schoolDid}#${thief.key.multibase}`
    const signed = await world.sign(badge(), { key: thief.key, verificationMethod })
    expect((await reportOf(signed)).verdict).toBe('invalid')
  })

  test('of ten years ago still counts: age alone is no fault', async () => {
    const document = badge({ validFrom: '2014-01-01T00:00:00Z' })
    const members = { created: '2014-01-01T00:00:00Z' }
    expect(await reportOf(await world.sign(document, { members }))).toMatchObject({
      verdict: 'valid',
    })
  })
})

describe('a credential with an id that is no address', () => {
  test('cannot be changed where JSON-LD drops what it does not understand', async () => {
    for (const id of ['1234', 'badge/1', '../x', 'not an id']) {
      const signed = await world.sign(badge({ id }))
      expect(await reportOf(signed)).toMatchObject({ verdict: 'invalid', facts: {} })
      expect(await reportOf({ ...signed, id: 'another' })).toMatchObject({ verdict: 'invalid' })
    }
  })
})

describe('an issuer whom nobody knows', () => {
  test('is told as unknown beside a credential that is valid, never as a failure or as known', async () => {
    const report = await reportOf(await world.sign(badge()))
    expect(report).toMatchObject({ verdict: 'valid', answers: { issuer: 'unknown' } })
    const page = reportPage({ report }, frame).toString()
    expect(page).toContain(schoolDid)
  })
})

describe('keys that were changed', () => {
  test('do not invalidate what was signed before, as long as the old one stays published', async () => {
    const before = await world.sign(badge())
    const token = world.token(payload(), { kind: 'P-384' })
    const { didDocument, didUrl } = await import('../support/foreign-world.ts')
    const document = didDocument(world.school)
    const newer = makeKeyParty('Ed25519').key
    const id = `${schoolDid}#newer`
    world.publish(didUrl, {
      ...document,
      verificationMethod: [
        { id, type: 'Multikey', controller: schoolDid, publicKeyMultibase: newer.multibase },
        ...document.verificationMethod,
      ],
      assertionMethod: [id, ...document.assertionMethod],
    })
    const after = await world.sign(badge(), { key: newer, verificationMethod: id })
    for (const handed of [before, token, after])
      expect(await reportOf(handed)).toMatchObject({ verdict: 'valid' })
  })
})
