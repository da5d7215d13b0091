import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { openForeignWorld, schoolDid } from '../support/foreign-world.ts'
import { decided, heldForeign, heldOwn, linkInMemory } from '../support/granted.ts'
import { bits, bitstringEntry, bitstringList, listUrl, packed } from '../support/lists.ts'
import { json } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

let world: Awaited<ReturnType<typeof openForeignWorld>>
beforeAll(async () => {
  world = await openForeignWorld()
})
beforeEach(() => world.restore())
afterAll(() => world.close())

let next = 0

/** One that rests on these, issued. */
const issue = (credentials: Parameters<typeof decided>[1]) => {
  const { service } = world.shop
  const stored = decided(service, credentials, { id: `decision-${++next}` })
  return service.eligibility.issue(stored, linkInMemory(), 'en')
}

const ownOne = () =>
  issueOne(world.shop.service, { key: `email:${++next}@example.org`, name: `Learner ${next}` })

/** The school has a list for each purpose. */
const lists = { revocation: listUrl, suspension: listUrl.replace(/1$/, '2') }
type Purpose = keyof typeof lists

/** The school's list, in which these are withdrawn. */
const publishList = async (set: readonly number[], statusPurpose: Purpose = 'revocation') => {
  const subject = { encodedList: packed(bits(set)), statusPurpose }
  const list = bitstringList(schoolDid, { list: { id: lists[statusPurpose] }, subject })
  world.publish(lists[statusPurpose], await world.sign(list))
}

const schools = (index: number, statusPurpose: Purpose = 'revocation') => {
  const statusListCredential = lists[statusPurpose]
  const where = { id: `${statusListCredential}#${index}`, statusListIndex: `${index}` }
  return heldForeign({
    id: `https://school.example/credentials/${index}`,
    subject: null,
    status: bitstringEntry({ ...where, statusListCredential, statusPurpose }),
  })
}

const state = async (id: string) => json(await world.shop.ask(`/c/${id}/status.json`))
const verdict = async (id: string) => {
  const { report } = await world.shop.service.verify(
    Buffer.from(world.shop.service.issued(id)?.signed ?? ''),
  )
  return { verdict: report.verdict, status: report.status }
}
const recheck = () => world.shop.service.eligibility.recheck()

describe('recheck', () => {
  test('leaves what still stands as it is', async () => {
    await publishList([])
    const id = await issue([heldOwn(await ownOne()), schools(42)])
    const { revoked, unclear, gone } = await recheck()
    expect({ revoked, unclear, gone }).toEqual({ revoked: [], unclear: 0, gone: 0 })
    expect(await state(id)).toMatchObject({ status: 'active' })
    expect(await verdict(id)).toEqual({ verdict: 'valid', status: 'active' })
  })

  test('revokes what rests on one of ours that was revoked, and says why to all', async () => {
    const [lost, kept] = [await ownOne(), await ownOne()]
    const [bad, good] = [await issue([heldOwn(lost)]), await issue([heldOwn(kept)])]
    world.shop.service.revoke(lost.id, 'a test')
    const { supports } = world.shop.service.ledger
    expect([bad, good].map((id) => supports.of(id)[0]?.state)).toEqual(['gone', 'standing'])
    expect((await recheck()).revoked).toEqual([bad])
    expect(await state(bad)).toMatchObject({ status: 'revoked', reason: 'support-withdrawn' })
    expect(await verdict(bad)).toEqual({ verdict: 'invalid', status: 'revoked' })
    expect(await state(good)).toMatchObject({ status: 'active' })
    expect((await recheck()).revoked).toEqual([])
  })

  test('revokes what rests on one that the school took back', async () => {
    await publishList([])
    const id = await issue([heldOwn(await ownOne()), schools(43)])
    await publishList([43])
    expect((await recheck()).revoked).toEqual([id])
  })

  test('never revokes because nobody answers, or for a suspension', async () => {
    await publishList([])
    await publishList([], 'suspension')
    const id = await issue([schools(44, 'suspension')])
    await publishList([44], 'suspension')
    expect(await recheck()).toMatchObject({ revoked: [], unclear: 1 })
    world.remove(lists.suspension)
    expect(await recheck()).toMatchObject({ revoked: [], unclear: 1 })
    await publishList([], 'suspension')
    expect(await recheck()).toMatchObject({ revoked: [], unclear: 0 })
    expect(await state(id)).toMatchObject({ status: 'active' })
  })

  test('asks for a list once, however many are in it', async () => {
    await publishList([])
    for (const index of [50, 51, 52]) await issue([schools(index)])
    const before = world.asked.filter((url) => url === listUrl).length
    await recheck()
    expect(world.asked.filter((url) => url === listUrl).length).toBe(before + 1)
  })

  test('does not look at what is over', async () => {
    const stored = decided(world.shop.service, [schools(45)], { id: 'decision-over' })
    const soon = { ...stored.decision, validUntil: '2026-11-24T12:00:01.000Z' }
    await publishList([])
    await world.shop.service.eligibility.issue({ ...stored, decision: soon }, linkInMemory(), 'en')
    const after = (moment: string) => world.shop.service.ledger.supports.resting('', moment, 1000)
    const [now, later] = [after('2026-11-24T12:00:00.000Z'), after('2026-11-24T12:00:01.000Z')]
    expect(now.length - later.length).toBe(1)
  })
})
