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
