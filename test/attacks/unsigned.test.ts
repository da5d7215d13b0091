import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type ForeignWorld, openForeignWorld } from '../support/foreign-world.ts'
import { disclose, makeKey } from '../support/proof-maker.ts'
import { expectValid, isReport, judge } from './attack.ts'
import { badge, plain, v2 } from './base-documents.ts'

const examples = 'https://www.w3.org/ns/credentials/examples/v2'
const own = { nickname: 'https://school.example/#nickname' }

let world: ForeignWorld
beforeAll(async () => {
  world = await openForeignWorld()
})
beforeEach(() => world.restore())
afterAll(() => world.close())

const suites = [
  ['eddsa-jcs-2022', 'Ed25519'],
  ['ecdsa-jcs-2019', 'P-256'],
] as const

describe.each(suites)('contexts behind those that %s signs', (suite, kind) => {
  const sign = (document: object) =>
    world.sign({ ...document } as Record<string, unknown>, {
      suite,
      key: world.school.keys[kind],
      verificationMethod: world.school.keyId(kind),
    })

  test.each([[examples], [own]])('are let pass where nothing depends on them', async (context) => {
    const signed = await sign(plain())
    expectValid(await judge(world, { ...signed, '@context': [v2, context] }))
  })

  test.each([[examples], [own]])(
    'give no meaning to what is signed without one',
    async (context) => {
      const signed = await sign(plain({ nickname: 'The Doctor' }))
      for (const given of [signed, { ...signed, '@context': [v2, context] }]) {
        const outcome = await judge(world, given)
        expect(isReport(outcome) && [outcome.verdict, outcome.facts]).toEqual(['invalid', {}])
      }
    },
  )
})

describe('what a holder shows of a credential', () => {
  test('is told to be shown in part: an end that its issuer let be left out is not seen', async () => {
    const key = await makeKey('P-256', 'did:key:placeholder')
    const multibase = key.method.publicKeyMultibase ?? ''
    const did = `did:key:${multibase}`
    const holder = { ...key, signer: { ...key.signer, id: `${did}#${multibase}` } }
    const { shown } = await disclose(
      badge({ issuer: { id: did, type: ['Profile'], name: 'A school' } }),
      holder,
      { mandatory: ['/issuer', '/validFrom', '/name'], shown: ['/credentialSubject'] },
    )
    expect(shown).not.toHaveProperty('validUntil')
    const outcome = await judge(world, shown)
    expect(isReport(outcome) && outcome.warnings).toContain('shown-in-part')
  })
})

describe('a credential of thousands of classes', () => {
  test('is too complex to be read, which is told without reading it', async () => {
    const type = ['VerifiableCredential', 'VerifiablePresentation', 'BitstringStatusListEntry']
    const evidence = Array.from({ length: 700 }, (_, place) => ({ id: `urn:x:${place}`, type }))
    const outcome = await judge(world, await world.sign(plain({ evidence })))
    expect(isReport(outcome) && [outcome.verdict, outcome.findings[0]?.reason]).toEqual([
      'undecided',
      'form-too-complex',
    ])
  })
})
