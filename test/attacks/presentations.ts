import {
  didDocument,
  didUrl,
  type ForeignWorld,
  makeKeyParty,
  schoolDid,
} from '../support/foreign-world.ts'
import { type RawProof, withRawProof } from '../support/raw-proofs.ts'
import type { Attack, Family } from './attack.ts'
import { badge, past, plain, v2 } from './base-documents.ts'

type Members = Readonly<Record<string, unknown>>

const holder = makeKeyParty('Ed25519')
const thief = makeKeyParty('Ed25519')

const presentation = (verifiableCredential: unknown, over: Members = {}): Members => ({
  '@context': [v2],
  id: 'urn:uuid:9b0f4b36-3c1f-4c43-86a4-6a1f7a7f0001',
  type: ['VerifiablePresentation'],
  holder: holder.did,
  verifiableCredential,
  ...over,
})

const present = (document: Members, raw: Partial<RawProof> = {}) =>
  withRawProof(document, {
    key: holder.key,
    verificationMethod: holder.keyId,
    ...raw,
    members: {
      proofPurpose: 'authentication',
      challenge: 'c-1',
      domain: 'a.example',
      ...raw.members,
    },
  })

const honest = async (world: ForeignWorld) => present(presentation(await world.sign(badge())))

type Change = (world: ForeignWorld) => Promise<object> | object

const attacks: readonly (readonly [string, Change, Attack['because']])[] = [
  [
    'when somebody else has signed in the name of the holder',
    async (world) =>
      present(presentation(await world.sign(badge())), {
        key: thief.key,
        verificationMethod: thief.keyId,
      }),
    ['presentation-key-not-bound'],
  ],
  [
    'when it was signed with the key of another under the id of the holder',
    async (world) => present(presentation(await world.sign(badge())), { key: thief.key }),
    ['presentation-broken'],
  ],
  [
    'when the holder was exchanged after signing',
    async (world) => ({ ...(await honest(world)), holder: thief.did }),
    ['presentation-key-not-bound'],
  ],
  [
    'when a credential was exchanged after signing',
    async (world) => ({
      ...(await honest(world)),
      verifiableCredential: await world.sign(badge({ name: 'Another badge' })),
    }),
    ['presentation-broken'],
  ],
  [
    'when the challenge was exchanged after signing',
    async (world) => {
      const signed = (await honest(world)) as { proof: Members[] }
      return { ...signed, proof: [{ ...signed.proof[0], challenge: 'c-2' }] }
    },
    ['presentation-broken'],
  ],
  [
    'when the proof was made to assert',
    async (world) =>
      present(presentation(await world.sign(badge())), {
        members: { proofPurpose: 'assertionMethod' },
      }),
    ['presentation-broken'],
  ],
  [
    'when its holder may assert but not authenticate with the key',
    async (world) => {
      world.publish(didUrl, { ...didDocument(world.school), authentication: [] })
      const document = presentation(await world.sign(badge()), { holder: schoolDid })
      return present(document, {
        key: world.school.keys.Ed25519,
        verificationMethod: world.school.keyId('Ed25519'),
      })
    },
    ['presentation-key-not-bound'],
  ],
  [
    'when what it presents is forged',
    async (world) => present(presentation({ ...(await world.sign(badge())), name: 'Doctor' })),
    ['signature-broken'],
  ],
  [
    'when what it presents has ended',
    async (world) => present(presentation(await world.sign(badge({ validUntil: past })))),
    ['dates-expired'],
  ],
  [
    'when what it presents is signed by nobody',
    () => present(presentation(badge())),
    ['signature-missing'],
  ],
  [
    'when one of several is forged',
    async (world) =>
      present(
        presentation([
          await world.sign(badge()),
          { ...(await world.sign(plain())), name: 'Doctor' },
        ]),
      ),
    ['signature-broken'],
  ],
  [
    'when it presents eleven',
    async (world) => {
      const one = await world.sign(badge())
      return present(presentation(Array.from({ length: 11 }, () => one)))
    },
    ['presentation-malformed'],
  ],
  [
    'when it presents a presentation',
    async (world) => present(presentation(await honest(world))),
    ['form-not-a-credential'],
  ],
  ['when it presents a number', () => presentation([1]), ['presentation-malformed']],
  ['when it presents a text', () => presentation(['a.b.c']), ['presentation-malformed']],
  ['when it presents nothing and nobody signed', () => presentation([]), []],
  [
    'when it hides something',
    async (world) => present(presentation(await world.sign(badge()), { '@nest': { a: 1 } })),
    ['presentation-malformed'],
  ],
]

export const presentationFamilies: readonly Family[] = [
  {
    of: 'a presentation',
    honest,
    withoutReference: 'it is asked about credentials only',
    overHttp: true,
    attacks: attacks.map(([name, attacked, because]) => ({
      name,
      attacked,
      because,
      unsaid: ['Doctor'],
    })),
  },
]
