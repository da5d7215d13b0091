import { describe, expect, test } from '@jest/globals'
import { languages } from '../../src/language.ts'
import { messagesFor } from '../../src/messages/offered.ts'
import { awardPage } from '../../src/pages/award-page.ts'
import { claimPage, newLinkPage } from '../../src/pages/claim-page.ts'
import { sharedPage } from '../../src/pages/shared-page.ts'
import { wallPage } from '../../src/pages/wall-page.ts'
import { expectHarmless, hostileTexts } from '../support/harmless.ts'
import { formToken } from './desk-samples.ts'
import { held, newLink, shared, wall } from './holder-samples.ts'
import { badge, frame, reports } from './samples.ts'

const own = { ...frame, formToken }

describe.each(hostileTexts)('the hostile text %j', (attack) => {
  test('does no harm on the pages of a learner', () => {
    const award = { ...wall.others[0]!, id: attack, title: attack, awardedOn: attack }
    const hostile = { ...award, inLanguage: attack, achievement: attack }
    const view = { ...wall, name: attack, others: [hostile] }
    expectHarmless(wallPage(view, own).toString())
    const texts = { id: attack, title: attack, recipient: attack, initials: attack, page: attack }
    const links = { linkedInProfile: attack, linkedInPost: attack }
    const shares = held.shares.map((share) => ({ ...share, id: attack, url: attack }))
    const corrections = held.corrections.map((each) => ({ ...each, name: attack, note: attack }))
    const given = { name: 'full', results: true, hours: true, end: attack, day: attack } as const
    expectHarmless(
      awardPage({ ...held, ...texts, ...links, shares, given, corrections }, own).toString(),
    )
  })

  test('does no harm on the way in, nor on a page that is shown for a while', () => {
    expectHarmless(claimPage({ secret: attack, initials: attack, count: 1 }, frame).toString())
    const issuer = { name: attack, url: attack }
    for (const isOffered of [true, false])
      expectHarmless(
        newLinkPage({ ...newLink, isOffered, issuer, given: attack }, frame).toString(),
      )
    const { achievement } = badge.credentialSubject
    const credential = {
      ...badge,
      credentialSubject: {
        ...badge.credentialSubject,
        achievement: { ...achievement, name: attack, description: attack },
      },
    }
    expectHarmless(sharedPage({ ...shared, credential, badgeImage: attack }, frame).toString())
  })
})

describe.each(languages)('a page that hides the name, in %s', (language) => {
  const page = sharedPage({ ...shared, isNameHidden: true }, { ...frame, language }).toString()
  const { headlines, pages } = messagesFor(language)

  test('does not ask its reader to compare it', () => {
    expect(page).not.toContain(headlines.valid.advice)
    expect(page).toContain(pages.holder.shared.onlyInitials)
    expect(sharedPage(shared, { ...frame, language }).toString()).toContain(headlines.valid.advice)
  })

  test('still says what to do where it does not count', () => {
    const view = { ...shared, isNameHidden: true, report: reports.revoked }
    const revoked = sharedPage(view, { ...frame, language }).toString()
    expect(revoked).toContain(headlines.revoked.advice)
  })
})

describe('the wall', () => {
  const page = wallPage(wall, own).toString()

  test('tells what is missing from what is there, in words', () => {
    const { missing } = messagesFor('en').pages.holder.wall
    expect(page.split(`>${missing}<`)).toHaveLength(3)
    expect(page).toContain('1 of 3 badges')
  })

  test('says of each whether it counts and who may see it', () => {
    const { statuses, pages } = messagesFor('en')
    for (const state of ['active', 'revoked', 'expired', 'replaced'] as const)
      expect(page).toContain(statuses[state])
    for (const brief of Object.values(pages.holder.visibility.brief)) expect(page).toContain(brief)
  })
})

describe('the page of one award', () => {
  test('leads to LinkedIn only where others can see it, and only while it counts', () => {
    expect(awardPage(held, own).toString()).toContain('linkedin.com')
    for (const change of [{ visibility: 'private' }, { state: 'revoked' }] as const)
      expect(awardPage({ ...held, ...change }, own).toString()).not.toContain('linkedin.com')
  })

  test('says that it is public only by choice', () => {
    const { choices } = messagesFor('en').pages.holder.visibility
    expect(awardPage(held, own).toString()).toContain(choices.public.hint)
    expect(choices.public.hint).toContain('only if you choose it')
  })
})
