import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Refusal } from '../../src/errors.ts'
import { importLearners } from '../support/importing.ts'
import { openWorkshop } from '../support/workshop.ts'

let workshop: Awaited<ReturnType<typeof openWorkshop>>
let clock: Date
beforeEach(async () => {
  clock = new Date('2026-11-27T08:00:00Z')
  workshop = await openWorkshop({ now: () => clock })
})
afterEach(() => workshop.close())

const dayMs = 24 * 60 * 60 * 1_000
const maria = { email: 'maria@example.org', name: 'Maria' }

/** The learner of the only credential, and the text of the link that the batch brought. */
async function given(run = '1') {
  const batch = await importLearners(workshop.service, [maria], { run })
  const { ledger, mail } = workshop.service
  const { learner } = ledger.credentials.issued('', 1)[0]!
  const claim = ledger.claims.madeFor(batch, learner)!
  return { learner, text: textOf(mail.claims.urlOf(claim.id)) }
}

const textOf = (url: string) => new URL(url).pathname.replace('/claim/', '')
const links = () => workshop.service.mail.claims

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'done'
  } catch (thrown) {
    return thrown instanceof Refusal ? `${thrown.code}: ${thrown.message}` : String(thrown)
  }
}
const refused = 'claim-not-valid: This link was used before, or is over'

describe('a claim link', () => {
  test('leads to its learner, and is not used up by being looked at', async () => {
    const { learner, text } = await given()
    expect(text).toMatch(/^[0-9a-z]{52}$/)
    for (let looks = 0; looks < 3; looks += 1)
      expect(links().open(text)).toMatchObject({ learner, expiresAt: '2027-02-25T08:00:00.000Z' })
  })

  test('is used once', async () => {
    const { learner, text } = await given()
    expect(links().use(text, (claim) => claim.learner)).toBe(learner)
    expect(codeOf(() => links().use(text, () => 'again'))).toBe(refused)
    expect(codeOf(() => links().open(text))).toBe(refused)
  })

  test('is not used up when what was to follow did not come about', async () => {
    const { text } = await given()
    const failing = () => {
      throw new Error('no session')
    }
    expect(codeOf(() => links().use(text, failing))).toContain('no session')
    expect(links().use(text, () => 'now')).toBe('now')
  })

  test('is used by one of two processes', async () => {
    const { text } = await given()
    const other = await openWorkshop({ dataDir: workshop.dataDir, now: () => clock })
    expect(other.service.mail.claims.open(text)).toBeTruthy()
    links().use(text, () => undefined)
    expect(codeOf(() => other.service.mail.claims.use(text, () => undefined))).toBe(refused)
    await other.service.close()
  })

  test('is over after 90 days', async () => {
    const { text } = await given()
    clock = new Date(clock.getTime() + 90 * dayMs - 1)
    expect(links().open(text)).toBeTruthy()
    clock = new Date(clock.getTime() + 1)
    expect(codeOf(() => links().open(text))).toBe(refused)
    expect(codeOf(() => links().use(text, () => undefined))).toBe(refused)
  })

  test('of another batch goes on beside it; one that is asked for ends them all', async () => {
    const one = await given('1')
    const two = await given('2')
    expect(two.text).not.toBe(one.text)
    expect(links().open(one.text)).toBeTruthy()
    const { url } = workshop.service.mail.newLink(one.learner)
    for (const { text } of [one, two]) expect(codeOf(() => links().open(text))).toBe(refused)
    expect(links().open(textOf(url))).toMatchObject({ learner: one.learner })
  })

  test('is answered alike whatever is wrong with it', async () => {
    const { text } = await given()
    const [id, secret] = [text.slice(0, 26), text.slice(26)]
    const unknown = '0'.repeat(26)
    const { linkSecrets } = workshop.service
    const wrong = [
      '',
      id,
      secret,
      `${secret}${id}`,
      `${text}0`,
      text.toUpperCase(),
      ` ${text}`,
      `${id}${unknown}`,
      `${unknown}${linkSecrets.of('claim', unknown)}`,
      `${id}${linkSecrets.of('wallet-offer', id)}`,
      '../../etc/passwd',
      'é'.repeat(52),
    ]
    for (const each of wrong)
      expect([each, codeOf(() => links().open(each))]).toEqual([each, refused])
  })

  test('tells whoever has it whole how it stands', async () => {
    const { text } = await given()
    expect(links().stateOf(text)).toBe('open')
    links().use(text, () => undefined)
    expect(links().stateOf(text)).toBe('used')
    const other = await given('2')
    workshop.service.mail.newLink(other.learner)
    expect(links().stateOf(other.text)).toBe('ended')
    expect(links().stateOf(`${text.slice(0, 51)}`)).toBe('unknown')
    expect(links().stateOf(text.slice(0, 26) + other.text.slice(26))).toBe('unknown')
  })

  test('cannot be read from the ledger', async () => {
    const { text } = await given()
    const claim = workshop.service.ledger.claims.byId(text.slice(0, 26))
    expect(JSON.stringify(claim)).not.toContain(text.slice(26))
  })
})
