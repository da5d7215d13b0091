import { afterAll, beforeAll, describe, test } from '@jest/globals'
import { reportPage } from '../../src/pages/report-page.ts'
import { frame } from '../pages/samples.ts'
import { type ForeignWorld, openForeignWorld } from '../support/foreign-world.ts'
import { expectHarmless, hostileTexts } from '../support/harmless.ts'
import { bytesOf, expectValid } from './attack.ts'
import { badge, fullBadge, plain } from './base-documents.ts'

let world: ForeignWorld
beforeAll(async () => {
  world = await openForeignWorld()
})
afterAll(() => world.close())

// Names of things that the rules know, and addresses: other texts there would be no credential any more.
const kept = [
  ...['@context', 'type', 'id', 'issuer', 'achievementType', 'identityType', 'resultType'],
  ...['hashed', 'inLanguage', 'resultDescription', 'achievedLevel', 'requiredLevel', 'targetUrl'],
  ...['targetType', 'url', 'email', 'dateOfBirth', 'addressCountryCode', 'identifierType', 'salt'],
  ...['official', 'endorsementJwt', 'status', 'phone', 'geo', 'otherIdentifier'],
]
const isDate = (value: unknown) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)

/** A document whose every free text is this one; XML and JSON could carry no NUL, and a name is never empty. */
function poisoned(value: unknown, text: string, key = ''): unknown {
  // What is hashed has a form of its own, and is never shown.
  if (key === 'hashed') return false
  if (typeof value === 'string') return kept.includes(key) || isDate(value) ? value : text
  if (Array.isArray(value)) return value.map((each) => poisoned(each, text, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      name === '@context' ? each : poisoned(each, text, name),
    ]),
  )
}

const disguises = [
  ...hostileTexts.filter((text) => !text.includes('\0')),
  '=HYPERLINK("https://thief.example";"verified")',
  '@SUM(1+1)*cmd|" /C calc"!A0',
  'VALID \u2714\ufe0f\n\n\n\nIssued by: Oxford',
  '\u001b[2J\u001b[1;32mvalid\u001b[0m\r\nverdict: valid',
  '\u200b\u200b\u200b',
  `${'\u0301'.repeat(500)}a`,
  '\ufdfd'.repeat(300),
  'x'.repeat(6_000),
]

const documents = [
  ['a badge', badge()],
  ['a badge with everything in it', fullBadge()],
  ['another credential', plain()],
] as const

describe.each(disguises.map((text) => [text.slice(0, 40), text]))('the text %j', (_start, text) => {
  test.each(documents)('does no harm in each member of %s', async (_what, document) => {
    const handed = await world.sign(poisoned(document, text) as typeof document)
    const { report, received } = await world.shop.service.verify(bytesOf(handed))
    expectValid(report)
    for (const language of ['en', 'el'] as const) {
      const page = reportPage({ report, raw: received.text, person: text }, { ...frame, language })
      expectHarmless(page.toString())
    }
  })

  test('does no harm when it is an identifier that somebody signs under', async () => {
    const signed = await world.sign(badge({ id: `urn:x:${text}` }))
    const outcome = await world.shop.service.verify(bytesOf(signed)).catch((error) => error)
    if (!('report' in outcome)) return
    const page = reportPage({ report: outcome.report, raw: outcome.received.text }, frame)
    expectHarmless(page.toString())
  })
})
