import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { EnrolmentRequest } from '../../src/admission/enrolment.ts'
import {
  type AdmissionWorld,
  openAdmissionWorld,
  type SchoolBadge,
  schoolBadge,
  specialization,
} from '../admission/admission-world.ts'
import { refusalOf } from '../support/refused.ts'

let world: AdmissionWorld
beforeAll(async () => {
  world = await openAdmissionWorld({
    edit: (catalogue) => {
      catalogue.specializations = [
        { ...specialization, places: { total: 1_000, perCountry: null } },
      ]
    },
  })
})
afterAll(() => world.close())

type Handed = Parameters<AdmissionWorld['form']>[0]
type Caller = ReturnType<AdmissionWorld['caller']>
type Over = Parameters<AdmissionWorld['form']>[1]

let badges = 0
/** A badge of its own id, with hours enough. */
const badge = (told: SchoolBadge) => {
  badges += 1
  return world.signed({ hours: '40', id: `https://school.example/second/${badges}`, ...told })
}
/** One that names nobody but by the hash of an e-mail. */
const namelessBadge = () => {
  const { credentialSubject } = schoolBadge({ hours: '40' })
  const identifier = {
    type: 'IdentityObject',
    hashed: true,
    identityHash: `sha256$${'0a'.repeat(32)}`,
    identityType: 'emailAddress',
    salt: 'salt',
  }
  const subject = { ...(credentialSubject as object), identifier: [identifier] }
  return badge({ over: { credentialSubject: subject } })
}
const mooc = async (key: string, name: string) =>
  (await world.mooc(`email:${key}@example.org`, name)).signed

const decide = (handed: Handed, caller: Caller, over: Over = {}) =>
  world.service.admissions.decide(world.form(handed, over), caller)

const enrol = (decision: string, caller: Caller, over: Partial<EnrolmentRequest> = {}) =>
  world.service.enrolments.enrol(
    { ground: { decision }, country: 'IT', reference: null, ...over },
    caller,
  ).enrolment

const trail = (decision: string) =>
  world.service.ledger.decisions.events(decision).map(({ action, item }) => [action, item])

describe('a recognised issuer that names a learner of ours in its own badge', () => {
  test('takes no place from that learner, at whichever provider', async () => {
    const [here, there] = [world.caller('school-a'), world.caller('school-b')]
    const victim = await decide([await mooc('victim', 'Vera Victim')], there)
    const [{ subject = null } = {}] = victim.application.credentials
    expect(subject).toMatch(/^urn:uuid:/)
    const crafted = await badge({ name: 'Mallory Mean', subject: subject ?? '' })
    const thief = await decide([crafted], here)
    expect(thief.decision.outcome).toBe('eligible')
    const taken = enrol(thief.id, here)

    const refused = refusalOf(() => enrol(victim.id, there))
    expect([refused.code, refused.details]).toEqual(['maybe-enrolled', []])
    const placed = enrol(victim.id, there, { isAnotherPerson: true })
    expect(placed.state).toBe('enrolled')
    expect(JSON.stringify(trail(victim.id))).not.toContain(taken.id)
    expect(trail(victim.id).map(([action]) => action)).toContain('told-apart')
  })

  test('tells apart nobody whose own badge it is', async () => {
    const [here, there] = [world.caller('school-c'), world.caller('school-d')]
    const told = { name: 'Dora Did', subject: 'did:example:dora' }
    enrol((await decide([await badge(told)], here)).id, here)
    const again = await decide([await badge(told)], there)
    const asked = () => enrol(again.id, there, { isAnotherPerson: true })
    expect(refusalOf(asked).code).toBe('already-enrolled')
  })
})

describe('somebody who wants a second place unseen', () => {
  test('finds none with two accounts of one name', async () => {
    const caller = world.caller('school-e')
    const [one, two] = [
      await decide([await mooc('first-account', 'Doppia Conti')], caller),
      await decide([await mooc('second-account', 'Doppia Conti')], caller),
    ]
    enrol(one.id, caller)
    expect(refusalOf(() => enrol(two.id, caller)).code).toBe('maybe-enrolled')
    expect(enrol(two.id, caller, { isAnotherPerson: true }).state).toBe('enrolled')
  })

  test('finds none under a reference that was given with the enrolment', async () => {
    const caller = world.caller('school-f')
    const decided = async (name: string, over: Over = {}) =>
      (await decide([await mooc(name.replace(' ', '.'), name)], caller, over)).id
    enrol(await decided('Rita Latin'), caller, { reference: 'R-7' })
    const [same, spelt] = [await decided('Ρίτα Ελληνικά'), await decided('Рита Български')]
    const other = await decided('Rita Altra', { reference: 'R-7' })
    const asked = [
      () => enrol(same, caller, { reference: 'R-7' }),
      () => enrol(spelt, caller, { reference: ' r-7 ' }),
      () => enrol(other, caller, { reference: 'R-8' }),
    ]
    expect(asked.map((each) => refusalOf(each).code)).toEqual(Array(3).fill('maybe-enrolled'))
    expect(enrol(same, caller, { reference: 'R-9' }).reference).toBe('R-9')
    const elsewhere = world.caller('school-g')
    const theirs = await decide([await mooc('rita.g', 'Rita G')], elsewhere)
    expect(enrol(theirs.id, elsewhere, { reference: 'R-7' }).state).toBe('enrolled')
  })

  test('finds none with a badge that names nobody, handed in twice', async () => {
    const [here, there] = [world.caller('school-h'), world.caller('school-i')]
    const nameless = await namelessBadge()
    enrol((await decide([nameless], here)).id, here)
    for (const caller of [here, there]) {
      const again = await decide([nameless], caller)
      const asked = () => enrol(again.id, caller, { isAnotherPerson: true })
      expect(refusalOf(asked).code).toBe('already-enrolled')
    }
    const another = await decide([await namelessBadge()], there)
    expect(enrol(another.id, there).state).toBe('enrolled')
  })

  test('finds none by a certificate that a reviewer said is theirs after they were enrolled', async () => {
    const caller = world.caller('school-j')
    const maiden = await badge({ name: 'Nora Nubile', subject: 'did:example:nora' })
    const married = await mooc('nora', 'Nora Sposata')
    const person = 'Nora Sposata'
    const made = await decide([maiden, married], caller, { person })
    enrol(made.id, caller, { reference: 'N-1' })
    const review = { item: 'person', verdict: 'accepted', note: 'She married' } as const
    world.service.admissions.review(made.id, review, caller)
    const alone = await decide([maiden], caller)
    expect(refusalOf(() => enrol(alone.id, caller)).code).toBe('already-enrolled')
    const other = await decide([await mooc('other', 'Other One')], caller)
    const asked = () => enrol(other.id, caller, { reference: 'N-1' })
    expect(refusalOf(asked).code).toBe('maybe-enrolled')
    world.service.admissions.review(made.id, { ...review, verdict: 'refused' }, caller)
    expect(enrol(alone.id, caller).state).toBe('enrolled')
  })

  test('is looked for among all of their name, and each who is told apart is in the trail', async () => {
    const caller = world.caller('school-k')
    const decided = async (key: string) =>
      (await decide([await mooc(`namesake-${key}`, 'Anna Rossi')], caller)).id
    const first = enrol(await decided('1'), caller)
    const second = enrol(await decided('2'), caller, { isAnotherPerson: true })
    const third = await decided('3')
    const refused = refusalOf(() => enrol(third, caller))
    const named = [first, second].map(({ id }) => `/api/enrolments/${id}`)
    expect(refused.details?.map(({ at }) => at)).toEqual(named)
    enrol(third, caller, { isAnotherPerson: true })
    const apart = trail(third).filter(([action]) => action === 'told-apart')
    expect(apart).toEqual([first, second].map(({ id }) => ['told-apart', `enrolment:${id}`]))
  })
})
