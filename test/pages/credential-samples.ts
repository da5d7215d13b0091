import { credentialPage } from '../../src/pages/credential-page.ts'
import type { Html } from '../../src/pages/html.ts'
import type { Frame } from '../../src/pages/layout.ts'
import { badge, credentialView, early, expired } from './samples.ts'

const { achievement } = badge.credentialSubject

const long = 'Digital Skills for Library Professionals: Certificate of Completion'

/** Signed in Greek, and read by somebody else. */
const greek = {
  ...badge,
  credentialSubject: {
    ...badge.credentialSubject,
    achievement: {
      ...achievement,
      inLanguage: 'el',
      name: 'Ψηφιακές δεξιότητες για επαγγελματίες βιβλιοθηκών: Πιστοποιητικό ολοκλήρωσης',
    },
  },
}

const translation = {
  title: { text: achievement.name, language: 'en' },
  page: '/achievements/mooc/en',
} as const

const skills = new Map(
  (achievement.alignment ?? []).map(({ targetUrl, targetName }) => [
    targetUrl,
    {
      name: { text: targetName, language: 'en' } as const,
      framework: 'DigComp',
      frameworkArea: 'Information and data literacy',
      level: 6,
    },
  ]),
)

/** Views of one credential in each of its states, by a name for the test. */
export const credentialViews = {
  'credential-revoked': {
    ...credentialView,
    revocation: { date: '2026-11-23T08:00:00Z', reasonCode: 'issued-in-error' },
  },
  'credential-expired': {
    ...credentialView,
    credential: { ...badge, validUntil: '2026-11-23T00:00:00Z' },
    report: expired,
  },
  'credential-early': {
    ...credentialView,
    credential: { ...badge, validFrom: '2026-12-24T00:00:00Z' },
    report: early,
  },
  'credential-corrected': { ...credentialView, correctedAt: '2026-11-25T10:00:00Z' },
  'credential-long': {
    ...credentialView,
    credential: {
      ...badge,
      credentialSubject: {
        ...badge.credentialSubject,
        achievement: { ...achievement, name: long },
      },
    },
  },
  'credential-translated': { ...credentialView, credential: greek, translation, skills },
}

export const credentialStates = (own: Frame): Readonly<Record<string, Html>> =>
  Object.fromEntries(
    Object.entries(credentialViews).map(([name, view]) => [name, credentialPage(view, own)]),
  )
