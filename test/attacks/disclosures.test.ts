import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Reason } from '../../src/checking/report.ts'
import { type ForeignWorld, openForeignWorld } from '../support/foreign-world.ts'
import { disclose, makeKey, type StrangersKey } from '../support/proof-maker.ts'
import { expectReferenceAgrees, expectStopped, expectValid, judge } from './attack.ts'
import { badge, past } from './base-documents.ts'
import { statusEntry } from './status-lists.ts'

type Change = (shown: Signed, other: Signed) => object
type Signed = Readonly<Record<string, unknown>> & {
  readonly proof: { readonly proofValue: string }
}

let world: ForeignWorld
let key: StrangersKey
beforeAll(async () => {
  world = await openForeignWorld()
  key = await makeKey('P-256', 'did:key:placeholder')
  const multibase = key.method.publicKeyMultibase ?? ''
  const did = `did:key:${multibase}`
  const id = `${did}#${multibase}`
  key = { method: { ...key.method, id, controller: did }, signer: { ...key.signer, id } }
})
afterAll(() => world.close())

const issued = (over: object = {}) =>
  badge({ issuer: { id: key.method.controller, type: ['Profile'], name: 'A school' }, ...over })

/** All that a badge must have, so that its holder may leave out the rest. */
const mandatory = ['/issuer', '/validFrom', '/name', '/credentialSubject']
const show = async (over: object = {}, more: string[] = []) => {
  const { base, shown } = await disclose(issued(over), key, {
    mandatory: [...mandatory, ...more],
    shown: ['/awardedDate'],
  })
  return { base: base as Signed, shown: shown as unknown as Signed }
}

describe('what a holder shows of a badge', () => {
  test('is valid, and for the reference library too', async () => {
    const { shown } = await show()
    expectValid(await judge(world, shown))
    await expectReferenceAgrees(world, shown)
  })

  test('is not valid whole, as only its holder may see it', async () => {
    const { base } = await show()
    expectStopped(await judge(world, base), {
      name: '',
      attacked: () => base,
      because: ['signature-malformed'],
    })
  })

  const malformed = 'signature-malformed' as const
  const changes: readonly (readonly [string, Change, Reason?])[] = [
    ['with another name', (shown) => ({ ...shown, name: 'Doctor' })],
    ['with another day', (shown) => ({ ...shown, awardedDate: '2020-01-01T00:00:00Z' })],
    ['without what must be shown', ({ name: _, ...shown }) => shown],
    ['without what its holder chose to show', ({ awardedDate: _, ...shown }) => shown],
    ['with more than was signed', (shown) => ({ ...shown, description: 'With distinction' })],
    ['with the proof of another', (shown, other) => ({ ...shown, proof: other.proof })],
    [
      'with its proof cut short',
      (shown) => withValue(shown, (value) => value.slice(0, -8)),
      malformed,
    ],
    [
      'with its proof lengthened',
      (shown) => withValue(shown, (value) => `${value}AAAA`),
      malformed,
    ],
    ['with its proof emptied', (shown) => withValue(shown, () => 'u2V0BhA'), malformed],
    [
      'with a proof of 90 kB',
      (shown) => withValue(shown, () => `u2V0B${'A'.repeat(60_000)}`),
      malformed,
    ],
    [
      'with a proof that announces a billion items',
      (shown) =>
        withValue(shown, () => `u${Buffer.from('d95d019a3b9aca00', 'hex').toString('base64url')}`),
      malformed,
    ],
    [
      'with a proof nested without end',
      (shown) =>
        withValue(
          shown,
          () =>
            `u${Buffer.concat([Buffer.from('d95d01', 'hex'), Buffer.alloc(40_000, 0x81)]).toString('base64url')}`,
        ),
      malformed,
    ],
  ]
  test.each(changes)('is not valid %s', async (_what, change, because = 'signature-broken') => {
    const { shown } = await show()
    const other = await show({ name: 'Another badge' })
    const outcome = await judge(world, change(shown, other.shown))
    expectStopped(outcome, { name: '', attacked: () => shown, because: [because] })
    expect(outcome).toMatchObject({ facts: {} })
  })

  test('stays expired when the issuer said that the end must be shown', async () => {
    const { shown } = await show({ validUntil: past }, ['/validUntil'])
    expect(await judge(world, shown)).toMatchObject({ verdict: 'invalid', status: 'expired' })
    const { validUntil: _, ...endless } = shown
    expect(await judge(world, endless)).toMatchObject({ verdict: 'invalid', facts: {} })
  })

  test('cannot leave out a status that the issuer said must be shown', async () => {
    const { shown } = await show({ credentialStatus: statusEntry() }, ['/credentialStatus'])
    expect(await judge(world, shown)).toMatchObject({ verdict: 'undecided' })
    const { credentialStatus: _, ...without } = shown
    expect(await judge(world, without)).toMatchObject({ verdict: 'invalid', facts: {} })
  })
})

function withValue(shown: Signed, change: (value: string) => string) {
  return { ...shown, proof: { ...shown.proof, proofValue: change(shown.proof.proofValue) } }
}
