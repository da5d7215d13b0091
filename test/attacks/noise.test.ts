import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '../support/chance.ts'
import { type ForeignWorld, openForeignWorld } from '../support/foreign-world.ts'
import { issueOne } from '../support/workshop.ts'
import { type Handed, isReport, judge } from './attack.ts'
import { badge, payload } from './base-documents.ts'

let world: ForeignWorld
const files: Record<string, Buffer> = {}
beforeAll(async () => {
  world = await openForeignWorld()
  const { service } = world.shop
  const record = await issueOne(service)
  for (const form of ['pdf', 'png', 'svg'] as const)
    files[form] = Buffer.from((await service.artefact(record, form)).body)
  files.json = Buffer.from(JSON.stringify(await world.sign(badge())))
  files.jwt = Buffer.from(world.token(payload()))
})
afterAll(() => world.close())

/** A report or a refusal within the limits; `judge` fails on everything else. */
async function expectAnswer(handed: Handed): Promise<void> {
  await judge(world, handed)
}

const anyBytes = fc.uint8Array({ maxLength: 400 })
const starts = [
  '',
  '%PDF-1.7\n',
  '\x89PNG\r\n\x1a\n',
  '<svg>',
  '{"',
  '[',
  'eyJhbGciOiJ',
  '\xff\xd8\xff',
  'GIF8',
]

const keys = fc.constantFrom(
  ...['@context', 'type', 'id', 'issuer', 'credentialSubject', 'achievement', 'proof', 'validFrom'],
  ...['credentialStatus', 'endorsement', 'evidence', 'name', 'result', 'verifiableCredential'],
)
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom(
      ...['VerifiableCredential', 'OpenBadgeCredential', 'did:web:school.example', 'did:key:z6Mk'],
      ...['https://www.w3.org/ns/credentials/v2', '2026-01-01T00:00:00Z', '', 'eddsa-rdfc-2022'],
      ...['DataIntegrityProof', 'EnvelopedVerifiableCredential', 'VerifiablePresentation'],
    ),
    fc.jsonValue({ maxDepth: 1 }),
    fc.dictionary(keys, tie('json')),
    fc.array(tie('json'), { maxLength: 4 }),
  ),
}))

describe('what makes no sense', () => {
  test(`as bytes is answered or refused (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), anyBytes, async (start, bytes) => {
        // A thread is needed for what begins like a PDF: fewer of those.
        await expectAnswer(Buffer.concat([Buffer.from(start, 'latin1'), bytes]))
      }),
      { seed, numRuns: runs(120) },
    )
  })

  test(`as JSON is answered or refused (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(keys, json), async (document) => {
        const outcome = await judge(world, document)
        if (isReport(outcome)) expect(outcome.verdict).not.toBe('valid')
      }),
      { seed, numRuns: runs(300) },
    )
  })

  test(`as a member of a badge is answered or refused (seed ${seed})`, async () => {
    const signed = await world.sign(badge())
    await fc.assert(
      fc.asyncProperty(keys, json, async (key, value) => {
        await expectAnswer({ ...signed, [key]: value })
      }),
      { seed, numRuns: runs(300) },
    )
  })

  test(`as a member that somebody signed is answered (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(keys, json, async (key, value) => {
        await expectAnswer(world.token({ ...payload(), [key]: value }))
      }),
      { seed, numRuns: runs(300) },
    )
  })

  test(`as a claim that somebody signed is answered (seed ${seed})`, async () => {
    const claim = fc.constantFrom(
      'iss',
      'sub',
      'jti',
      'nbf',
      'exp',
      'iat',
      'aud',
      'vc',
      'vp',
      'cnf',
    )
    await fc.assert(
      fc.asyncProperty(claim, json, async (name, value) => {
        await expectAnswer(world.token({ ...badge(), [name]: value }))
        await expectAnswer(world.token({ vc: badge(), [name]: value }))
      }),
      { seed, numRuns: runs(150) },
    )
  })
})

const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    what: fc.oneof(
      fc.nat(255).map((byte) => [byte]),
      fc.constantFrom([], [0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0], [0x3c], [0x80], [0x7f, 0xff]),
    ),
    skip: fc.constantFrom(0, 1, 1, 1, 4, 1000),
  }),
  { minLength: 1, maxLength: 8 },
)

type Damage = (typeof damage extends fc.Arbitrary<infer Value> ? Value : never)[number]

function damaged(file: Buffer, { at, what, skip }: Damage): Buffer {
  const place = Math.floor(at * file.length)
  return Buffer.concat([file.subarray(0, place), Buffer.from(what), file.subarray(place + skip)])
}

describe.each([
  ['pdf', 15],
  ['png', 80],
  ['svg', 80],
  ['json', 150],
  ['jwt', 150],
])('a real file of kind %s', (kind, numRuns) => {
  test(`is answered or refused when it is damaged (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (places) => {
        await expectAnswer(places.reduce(damaged, files[kind] ?? Buffer.alloc(0)))
      }),
      { seed, numRuns: runs(numRuns) },
    )
  })
  test('is answered or refused when it is cut short', async () => {
    const file = files[kind] ?? Buffer.alloc(0)
    for (let share = 0; share < 1; share += kind === 'pdf' ? 0.25 : 0.05)
      await expectAnswer(file.subarray(0, Math.floor(file.length * share)))
  })
})
