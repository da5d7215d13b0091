import { describe, expect, test } from '@jest/globals'
import { canonicalForm } from '../../src/proof/canonical-form.ts'
import { canonize } from '../../src/proof/canonize.ts'
import { exampleBadge } from '../credential/example-badge.ts'
import { signAnything } from '../support/strangers.ts'
import { openWorkshop } from '../support/workshop.ts'

describe('the canonical form of a badge that was just signed', () => {
  test('is what a fresh reading finds, and not that of a badge that says something else', async () => {
    const { service, close } = await openWorkshop()
    const { proof: _, ...badge } = exampleBadge()
    await signAnything(service, badge)
    const handedOn = await canonicalForm(JSON.stringify(badge))
    expect(handedOn).toEqual(await canonize(badge))
    const other = { ...badge, name: 'Another' }
    expect(await canonicalForm(JSON.stringify(other))).toEqual(await canonize(other))
    expect(await canonicalForm(JSON.stringify(other))).not.toEqual(handedOn)
    await close()
  })
})
