import type { ForeignWorld } from '../support/foreign-world.ts'
import { type RawProof, type RawSuite, rawProof } from '../support/raw-proofs.ts'
import { base58, makeStrangerKey, type StrangerKeyKind } from '../support/stranger-keys.ts'
import type { Attack, Family, Make } from './attack.ts'
import { badge, badges, olderBadge, suite2020, v1 } from './base-documents.ts'

type Members = Readonly<Record<string, unknown>>
type Kind = Exclude<StrangerKeyKind, 'RSA'>

const suites: readonly (readonly [RawSuite, Kind])[] = [
  ['eddsa-rdfc-2022', 'Ed25519'],
  ['eddsa-jcs-2022', 'Ed25519'],
  ['ecdsa-rdfc-2019', 'P-256'],
  ['ecdsa-rdfc-2019', 'P-384'],
  ['ecdsa-jcs-2019', 'P-256'],
  ['ecdsa-jcs-2019', 'P-384'],
  ['Ed25519Signature2020', 'Ed25519'],
]

const documentFor = (suite: RawSuite, over: Members = {}): Members =>
  suite === 'Ed25519Signature2020'
    ? olderBadge({ '@context': [v1, badges, suite2020], ...over })
    : badge(over)

const signer = (world: ForeignWorld, suite: RawSuite, kind: Kind): RawProof => ({
  key: world.school.keys[kind],
  verificationMethod: world.school.keyId(kind),
  suite,
})

type Signed = Members & { readonly proof: readonly Members[] }

/** What one can do to a signed credential, whatever the suite. */
const changes: readonly (readonly [string, (signed: Signed, other: Signed) => unknown])[] = [
  ['with another name', (signed) => ({ ...signed, name: 'Doctor' })],
  ['with another day', (signed) => ({ ...signed, awardedDate: '2026-10-29T00:00:00Z' })],
  ['with a member less', ({ awardedDate: _, ...signed }) => signed],
  ['with a member more', (signed) => ({ ...signed, description: 'With distinction' })],
  ['with the proof of another badge', (signed, other) => ({ ...signed, proof: other.proof })],
  [
    'with the value of another proof',
    (signed, other) => withProof(signed, { proofValue: other.proof[0]?.proofValue }),
  ],
  [
    'with another date of its proof',
    (signed) => withProof(signed, { created: '2026-11-21T00:00:00Z' }),
  ],
  ['with a challenge put into its proof', (signed) => withProof(signed, { challenge: '1' })],
  ['with a domain put into its proof', (signed) => withProof(signed, { domain: 'a.example' })],
  [
    'with an end put to its proof',
    (signed) => withProof(signed, { expires: '2030-01-01T00:00:00Z' }),
  ],
  ['with an id put into its proof', (signed) => withProof(signed, { id: 'urn:uuid:1' })],
]

function withProof(signed: Signed, members: Members) {
  return { ...signed, proof: [{ ...signed.proof[0], ...members }] }
}

const inSuite = (suite: RawSuite, kind: Kind): Family => {
  const sign = (world: ForeignWorld, document: Members) =>
    world.sign(document, signer(world, suite, kind)) as Promise<Signed>
  return {
    of: `a badge under ${suite} with ${kind}`,
    honest: (world) => sign(world, documentFor(suite)),
    attacks: [
      ...changes.map(([name, change]) => ({
        name,
        because: ['signature-broken'] as const,
        unsaid: ['Doctor', 'distinction'],
        attacked: async (world: ForeignWorld) =>
          change(
            await sign(world, documentFor(suite)),
            await sign(world, documentFor(suite, { name: 'Another badge' })),
          ) as object,
      })),
      ...otherKeys(suite, kind),
      ...values(suite, kind),
    ],
  }
}

/** The key decides on the algorithm: what a proof says of itself cannot change it. */
function otherKeys(suite: RawSuite, kind: Kind): Attack[] {
  const others = (['Ed25519', 'P-256', 'P-384'] as const).filter((other) => other !== kind)
  return others.flatMap((other) => {
    const isSameFamily = suite.startsWith('ecdsa') && other !== 'Ed25519'
    const outcome = isSameFamily ? 'signature-broken' : 'signature-algorithm-refused'
    return {
      name: `in the name of a ${other} key`,
      because: [outcome] as const,
      attacked: (world: ForeignWorld) =>
        world.sign(documentFor(suite), {
          ...signer(world, suite, kind),
          verificationMethod: world.school.keyId(other),
        }),
    }
  })
}

const length = { Ed25519: 64, 'P-256': 64, 'P-384': 96 } as const

function values(suite: RawSuite, kind: Kind): Attack[] {
  const zeros = base58(Buffer.alloc(length[kind]))
  const ones = base58(Buffer.alloc(length[kind], 0xff))
  const odd: readonly (readonly [string, unknown, 'signature-malformed' | 'signature-broken'])[] = [
    ['of nothing', '', 'signature-malformed'],
    ['of zeros', zeros, 'signature-malformed'],
    ['of ones', ones, 'signature-broken'],
    ['in base64url', `u${Buffer.alloc(64, 1).toString('base64url')}`, 'signature-malformed'],
    ['of 90 kB', `z${'2'.repeat(60_000)}`, 'signature-malformed'],
    ['of letters that are no base58', `z${'0OIl'.repeat(22)}`, 'signature-malformed'],
    ['that is a number', 1, 'signature-malformed'],
    ['that is a list', [zeros], 'signature-malformed'],
  ]
  return odd.map(([name, proofValue, because]) => ({
    name: `with a value ${name}`,
    because: [because],
    attacked: async (world: ForeignWorld) =>
      withProof((await world.sign(documentFor(suite), signer(world, suite, kind))) as Signed, {
        proofValue,
      }),
  }))
}

const two = async (world: ForeignWorld, document: Members = badge()) =>
  (await world.sign(
    await world.sign(document),
    signer(world, 'ecdsa-rdfc-2019', 'P-256'),
  )) as Signed

const thief = makeStrangerKey('Ed25519')
const decoy = { type: 'DataIntegrityProof', cryptosuite: 'bbs-2023', proofValue: 'u2V0ChVhA' }

const sets: readonly (readonly [string, Make, Attack['because']])[] = [
  [
    'when one of its proofs is broken',
    async (world) => {
      const signed = await two(world)
      const [first, second] = signed.proof
      return { ...signed, proof: [first, { ...second, proofValue: base58(Buffer.alloc(64, 7)) }] }
    },
    ['signature-broken'],
  ],
  [
    'when a thief has added a proof of his own',
    async (world) =>
      world.sign(await world.sign(badge()), {
        key: thief,
        verificationMethod: 'did:web:thief.example#1',
      }),
    ['issuer-key-not-bound'],
  ],
  [
    'when a decoy of an unknown suite stands alone',
    () => ({ ...badge(), proof: [decoy] }),
    ['signature-suite-unknown'],
  ],
  [
    'when a decoy hides a broken proof',
    async (world) => {
      const signed = (await world.sign(badge())) as Signed
      return { ...signed, name: 'Doctor', proof: [decoy, ...signed.proof] }
    },
    ['signature-broken'],
  ],
  ['without any proof', () => badge(), ['signature-missing']],
  ['with an empty list of proofs', () => ({ ...badge(), proof: [] }), ['form-nonconforming']],
  ['with a proof that is a text', () => ({ ...badge(), proof: 'yes' }), ['form-nonconforming']],
  [
    'with five proofs',
    async (world) => {
      const { proof, ...document } = (await world.sign(badge())) as Signed
      return { ...document, proof: Array.from({ length: 5 }, () => proof[0]) }
    },
    ['signature-malformed'],
  ],
  [
    'with a proof in a proof',
    async (world) => {
      const { proof, ...document } = (await world.sign(badge())) as Signed
      return { ...document, proof: [proof] }
    },
    ['form-nonconforming'],
  ],
  [
    'with a proof of a known type and an unknown suite',
    async (world) =>
      withProof((await world.sign(badge())) as Signed, { cryptosuite: 'EDDSA-RDFC-2022' }),
    ['signature-suite-unknown'],
  ],
  [
    'with a proof of no suite',
    async (world) => withProof((await world.sign(badge())) as Signed, { cryptosuite: undefined }),
    ['signature-malformed'],
  ],
  [
    'with a context of its own in its proof',
    async (world) =>
      withProof((await world.sign(badge())) as Signed, { '@context': { created: 'urn:x' } }),
    ['signature-malformed'],
  ],
  [
    'with a member in its proof that nobody reads',
    async (world) => withProof((await world.sign(badge())) as Signed, { signer: 'Oxford' }),
    ['signature-malformed'],
  ],
  [
    'with the proof in its subject',
    async (world) => {
      const { proof, ...document } = (await world.sign(badge())) as Signed
      const subject = document.credentialSubject as Members
      return { ...document, credentialSubject: { ...subject, proof } }
    },
    ['form-term-hidden'],
  ],
]

const first = 'urn:uuid:10000000-0000-4000-8000-000000000001'

/** A second proof over the badge and the first proof (VC Data Integrity 1.0 §4.5). */
async function chain(world: ForeignWorld): Promise<Signed> {
  const signed = (await world.sign(badge(), { members: { id: first } })) as Signed
  const second = await rawProof(signed, {
    ...signer(world, 'ecdsa-rdfc-2019', 'P-256'),
    members: { previousProof: first },
  })
  return { ...signed, proof: [...signed.proof, second] }
}

const chains: readonly (readonly [string, (signed: Signed) => unknown, Attack['because']])[] = [
  [
    'without the proof it rests on',
    (signed) => ({ ...signed, proof: [signed.proof[1]] }),
    ['signature-chain-broken'],
  ],
  [
    'with a reference to another proof',
    ({ proof: [head, tail], ...rest }) => ({
      ...rest,
      proof: [head, { ...tail, previousProof: 'urn:uuid:2' }],
    }),
    ['signature-chain-broken'],
  ],
  [
    'without the reference',
    ({ proof: [head, { previousProof: _, ...tail } = {}], ...rest }) => ({
      ...rest,
      proof: [head, tail],
    }),
    ['signature-broken'],
  ],
  [
    'in a circle',
    ({ proof: [head, tail], ...rest }) => ({
      ...rest,
      proof: [
        { ...head, previousProof: 'urn:uuid:2' },
        { ...tail, id: 'urn:uuid:2' },
      ],
    }),
    ['signature-chain-broken'],
  ],
  [
    'with two proofs of one id',
    ({ proof: [head, tail], ...rest }) => ({ ...rest, proof: [head, { ...tail, id: first }] }),
    ['signature-chain-broken'],
  ],
  [
    'with a changed first proof',
    ({ proof: [head, tail], ...rest }) => ({
      ...rest,
      proof: [{ ...head, created: '2026-11-20T00:00:00Z' }, tail],
    }),
    ['signature-broken'],
  ],
]

export const proofFamilies: readonly Family[] = [
  ...suites.map(([suite, kind]) => inSuite(suite, kind)),
  {
    of: 'a badge with two proofs',
    honest: (world) => two(world),
    attacks: sets.map(([name, attacked, because]) => ({ name, attacked, because })),
  },
  {
    of: 'a badge with a proof upon a proof',
    honest: chain,
    attacks: chains.map(([name, change, because]) => ({
      name,
      because,
      attacked: async (world: ForeignWorld) => change(await chain(world)) as object,
    })),
  },
]
