import { awardPage } from '../../src/pages/award-page.ts'
import type { AwardView, ShareGiven, ShareView } from '../../src/pages/award-view.ts'
import { claimPage, type NewLinkView, newLinkPage } from '../../src/pages/claim-page.ts'
import { allErasedPage, erasePage } from '../../src/pages/erase-page.ts'
import type { HolderFrame } from '../../src/pages/holder-frame.ts'
import type { Html } from '../../src/pages/html.ts'
import { type SharedView, sharedPage } from '../../src/pages/shared-page.ts'
import { type AwardOnWall, type WallView, wallPage } from '../../src/pages/wall-page.ts'
import { type WalletOfferView, walletOfferPage } from '../../src/pages/wallet-offer-page.ts'
import { badge, catalogue, credentialView, reports } from './samples.ts'

const award: AwardOnWall = {
  id: '07vb8h1y4y1agj6mq2jjn3m6q6',
  achievement: 'mooc',
  title: 'Digital skills for library professionals',
  inLanguage: 'en',
  awardedOn: '2026-11-20T00:00:00Z',
  state: 'active',
  visibility: 'link',
}

const { name } = catalogue.courses[0]!.achievements[0]!
const place = (achievement: string, awards: readonly AwardOnWall[]) => ({
  achievement,
  name,
  awards,
})

export const wall: WallView = {
  name: 'Ελένη Παπαδοπούλου',
  courses: [
    {
      name: catalogue.courses[0]!.name,
      whole: [place('mooc', [])],
      parts: [
        place('area-data', [award, { ...award, state: 'revoked', visibility: 'private' }]),
        place('area-safety', [{ ...award, state: 'expired', visibility: 'public' }]),
        place('area-ideas', []),
      ],
      has: 1,
    },
  ],
  others: [{ ...award, state: 'replaced' }],
  language: 'el',
}

const complete: WallView = {
  ...wall,
  courses: wall.courses.map((course) => ({ ...course, whole: [place('mooc', [award])] })),
  done: 'language',
}

const share: ShareView = {
  id: '5yyc0d2v6kq2mmp1yq3bb1nh8r',
  url: 'https://badges.example.org/s/5yyc0d2v6kq2mmp1yq3bb1nh8r',
  shows: { name: 'initials', results: true, hours: true },
  expiresAt: '2026-12-24T09:30:00Z',
}

export const held: AwardView = {
  ...award,
  recipient: 'Ελένη Παπαδοπούλου',
  initials: 'Ε. Π.',
  page: `https://badges.example.org/c/${award.id}`,
  files: ['pdf', 'png', 'svg', 'json', 'jwt'],
  linkedInProfile: credentialView.links.linkedInProfile ?? '',
  linkedInPost: credentialView.links.linkedInPost ?? '',
  corrections: [
    {
      state: 'declined',
      askedAt: '2026-11-20T10:00:00Z',
      settledAt: '2026-11-21T10:00:00Z',
      name: 'Ελένη Παππά',
      note: 'Εκ παραδρομής',
      answer: 'Χρειάζεται έγγραφο',
    },
    {
      state: 'done',
      askedAt: '2026-11-22T10:00:00Z',
      settledAt: '2026-11-22T11:00:00Z',
      answer: null,
    },
    {
      state: 'void',
      askedAt: '2026-11-23T10:00:00Z',
      settledAt: '2026-11-23T11:00:00Z',
      answer: null,
    },
  ],
  shares: [share, { ...share, shows: { name: 'full', results: false, hours: false } }],
}

const reported = [
  { state: 'asked', askedAt: '2026-11-20T10:00:00Z', settledAt: null, name: 'Ε', answer: null },
] as const

const given: ShareGiven = {
  name: 'initials',
  results: true,
  hours: false,
  end: 'date',
  day: '1999-01-01',
}

export const shared: SharedView = {
  credential: badge,
  isNameHidden: false,
  report: reports.valid,
  badgeImage: credentialView.badgeImage,
  expiresAt: share.expiresAt,
}

export const walletOffer: WalletOfferView = {
  id: award.id,
  title: award.title,
  url: `https://badges.example.org/wallets/${'x'.repeat(52)}?iuv=1`,
  qrImage: credentialView.badgeImage,
  txCode: '012345',
}

export const newLink: NewLinkView = {
  why: 'away',
  isOffered: true,
  issuer: { name: 'BIBLIO consortium', url: 'https://www.biblio-project.eu' },
}

/** The pages of learners, by a name for the test. */
export function holderPages(own: HolderFrame): Readonly<Record<string, Html>> {
  const revocation = { date: '2026-11-23T08:00:00Z', reasonCode: 'issued-in-error' }
  return {
    claim: claimPage({ secret: 'x'.repeat(52), initials: 'Ε. Π.', count: 3 }, own),
    'claim-again': claimPage(
      { secret: 'x'.repeat(52), initials: 'Ε. Π.', count: 1, isCookieMissing: true },
      own,
    ),
    'claim-used': newLinkPage({ ...newLink, why: 'used' }, own),
    'claim-ended': newLinkPage({ ...newLink, why: 'ended' }, own),
    'claim-unknown': newLinkPage({ ...newLink, why: 'unknown', isOffered: false }, own),
    'new-link': newLinkPage(newLink, own),
    'new-link-wrong': newLinkPage({ ...newLink, problem: 'wrong', given: 'eleni' }, own),
    'new-link-often': newLinkPage({ ...newLink, problem: 'too-many-requests' }, own),
    'new-link-sent': newLinkPage({ ...newLink, isSent: true }, own),
    wall: wallPage(wall, own),
    'wall-complete': wallPage(complete, own),
    'wall-empty': wallPage({ ...wall, courses: [], others: [], language: null }, own),
    award: awardPage(held, own),
    'award-private': awardPage(
      { ...held, visibility: 'private', shares: [], done: 'visibility' },
      own,
    ),
    'award-lost': awardPage({ ...held, state: 'lost' }, own),
    'award-public': awardPage({ ...held, visibility: 'public', done: 'shared' }, own),
    'award-revoked': awardPage({ ...held, state: 'revoked', done: 'withdrawn' }, own),
    'award-reported': awardPage({ ...held, corrections: reported, done: 'reported' }, own),
    'award-unreported': awardPage(
      { ...held, problem: 'bad-request', wish: { name: 'Ελένη', note: '' } },
      own,
    ),
    'erase-one': erasePage({ award }, own),
    'erase-all': erasePage({ isUnsure: true }, own),
    'erased-all': allErasedPage(own),
    'wall-erased': wallPage({ ...wall, done: 'erased' }, own),
    'award-problem': awardPage({ ...held, problem: 'share-end-wrong', given }, own),
    'wallet-offered': walletOfferPage(walletOffer, own),
    shared: sharedPage(shared, own),
    'shared-initials': sharedPage({ ...shared, isNameHidden: true }, own),
    'shared-revoked': sharedPage({ ...shared, revocation }, own),
    'shared-lost': sharedPage({ ...shared, hasLostSupport: true }, own),
    'shared-undecided': sharedPage({ ...shared, report: reports.undecided }, own),
    'shared-broken': sharedPage({ ...shared, report: reports.broken }, own),
  }
}
