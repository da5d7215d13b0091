import type { Language } from '../../src/language.ts'
import { accessibilityPage } from '../../src/pages/accessibility-page.ts'
import { achievementPage, achievementsPage } from '../../src/pages/achievement-pages.ts'
import { apiPage } from '../../src/pages/api/api-page.ts'
import type { Description } from '../../src/pages/api/description.ts'
import { applyPage } from '../../src/pages/apply-page.ts'
import { batchFormPage } from '../../src/pages/batch-form-page.ts'
import { batchPage } from '../../src/pages/batch-page.ts'
import { credentialPage } from '../../src/pages/credential-page.ts'
import { deskDecisionPage } from '../../src/pages/desk-decision-page.ts'
import { deskHomePage } from '../../src/pages/desk-home-page.ts'
import { deskListPage } from '../../src/pages/desk-list-page.ts'
import { deskQueuePage } from '../../src/pages/desk-queue-page.ts'
import { homePage } from '../../src/pages/home-page.ts'
import type { Html } from '../../src/pages/html.ts'
import { issuerPage } from '../../src/pages/issuer-page.ts'
import { webhookPage, webhooksPage } from '../../src/pages/operator/webhooks-page.ts'
import { errorPage, problemPage } from '../../src/pages/problem-page.ts'
import { problemKindPage, problemsPage } from '../../src/pages/problems-page.ts'
import { reportPage } from '../../src/pages/report-page.ts'
import { selfCheckPage } from '../../src/pages/self-check-form.ts'
import { selfCheckedPage } from '../../src/pages/self-check-page.ts'
import { signInPage } from '../../src/pages/sign-in-page.ts'
import { skillPage } from '../../src/pages/skill-page.ts'
import { specializationPage, specializationsPage } from '../../src/pages/specialization-pages.ts'
import { verifyPage } from '../../src/pages/verify-page.ts'
import { openApi } from '../../src/web/openapi.ts'
import { applicantListPages } from './applicant-list-samples.ts'
import { finished, running } from './batch-samples.ts'
import { connectionPages } from './connection-samples.ts'
import { credentialStates } from './credential-samples.ts'
import * as admission from './decision-samples.ts'
import {
  applyGiven,
  deskDecision,
  deskList,
  deskQueue,
  deskRows,
  formToken,
} from './desk-samples.ts'
import { enrolmentPages } from './enrolment-samples.ts'
import { holderPages } from './holder-samples.ts'
import { importPages } from './import-samples.ts'
import { launchPages } from './launch-samples.ts'
import { manyPages } from './many-samples.ts'
import { operatorPages } from './operator-samples.ts'
import { partnerPages } from './partner-samples.ts'
import {
  catalogue,
  credentialView,
  frame,
  issuerView,
  lostSupport,
  reports,
  support,
  undecided,
} from './samples.ts'
import { walletPages } from './wallet-samples.ts'

const given = { link: 'https://badges.example.org/c/x', text: '{', person: 'Ελένη' }
const askedFor = { another: true, matching: true }

const hook = {
  id: 'h',
  url: 'https://records.example.edu/hooks/colophon?a-very-long-address=that-has-to-be-broken-somewhere',
  events: ['credential.issued', 'enrolment.enrolled'],
  scope: [],
  why: 'gone',
  deliveries: { waiting: 2, delivered: 7, 'given-up': 1 },
} as const
const sentTo = {
  id: 'd',
  type: 'credential.issued',
  about: '8zn7ebzsyejwkbxbxeew537p3k',
  happenedAt: '2026-11-27T09:00:00.250Z',
  state: 'given-up',
  answer: 'answered 500',
} as const

const api = openApi(new URL('https://badges.example.org')) as unknown as Description

const specializationView = {
  catalogue: admission.catalogue,
  specialization: admission.specialization,
  ruleVersion: admission.decisions.eligible.ruleVersion,
  today: '2026-11-26',
}

const { statements } = admission.specialization.admission
const selfGiven = { links: 'https://badges.example.org/c/x', statements: ['idea'] }
const cameFrom = { id: admission.held[0]!.id, isAnswer: false }
const selfChecked = {
  ...specializationView,
  statements,
  given: selfGiven,
  checked: Object.values(admission.decisions).map((decision) => ({
    specialization: admission.specialization,
    decision,
    held: admission.held,
  })),
  unread: [
    { name: 'photo.jpg', code: 'no-credential-found' },
    { name: 'https://learn.example.net/1', code: 'fault' },
  ] as const,
  from: { ...cameFrom, title: 'Ψηφιακές δεξιότητες', report: reports.valid, counts: true },
}
const fromRevoked = { ...cameFrom, title: 'Gone', report: reports.revoked, counts: false }

/** The pages of the provider's desk, by a name for the test. */
function deskPages(language: Language): Readonly<Record<string, Html>> {
  const own = { ...frame, language, formToken }
  const { specialization, decisions } = admission
  const whole = deskDecision(decisions.eligible, language)
  const enrolment = { state: 'waiting', position: 3, supportGone: true } as const
  return {
    'desk-sign-in': signInPage({}, own),
    'desk-sign-in-problem': signInPage({ problem: 'unauthorised', next: '/provider/x' }, own),
    'desk-home': deskHomePage(deskRows, own),
    'desk-apply': applyPage({ specialization, isOpen: true, attempt: 'a' }, own),
    'desk-apply-problem': applyPage(
      {
        specialization,
        isOpen: false,
        attempt: 'a',
        problem: 'input-too-large',
        given: applyGiven,
      },
      own,
    ),
    ...Object.fromEntries(
      Object.entries(decisions).map(([name, decision]) => [
        `desk-decision-${name}`,
        deskDecisionPage(deskDecision(decision, language), own),
      ]),
    ),
    'desk-decision-problem': deskDecisionPage(
      {
        ...whole,
        country: null,
        problem: 'reason-missing',
        given: { notes: new Map([['module:data', 'x']]) },
      },
      own,
    ),
    'desk-decision-enrolled': deskDecisionPage(
      { ...whole, credential: 'x', enrolment, isExpired: true, done: 'differs' },
      own,
    ),
    'desk-decision-former': deskDecisionPage({ ...whole, isFormer: true }, own),
    'desk-list': deskListPage(deskList, own),
    'desk-list-of-one': deskListPage({ ...deskList, only: 'eligible', from: 0 }, own),
    'desk-list-empty': deskListPage({ ...deskList, rows: [] }, own),
    'desk-queue': deskQueuePage(deskQueue, own),
    'desk-queue-empty': deskQueuePage({ ...deskQueue, rows: [], next: null, isFirst: true }, own),
  }
}

const person = { name: 'Μαρία', role: 'admin', hasPassword: true } as const
const deskStylesheet = '/assets/desk.css?v=1'

/** Every kind of page in one language, by a name for the test. */
export function everyPage(language: Language): Readonly<Record<string, Html>> {
  const own = { ...frame, language }
  const course = catalogue.courses[0]!
  const achievement = course.achievements[0]!
  const raw = JSON.stringify(credentialView.credential, null, 2)
  return {
    home: homePage(own),
    verify: verifyPage({}, own),
    'verify-problem': verifyPage({ problem: 'no-credential-found', given }, own),
    'verify-badges-2': verifyPage({ problem: 'open-badges-2' }, own),
    ...Object.fromEntries(
      Object.entries(reports).map(([name, report]) => [
        `report-${name}`,
        reportPage({ report, raw, ...(name in askedFor && { person: 'Ελένη Παπαδοπούλου' }) }, own),
      ]),
    ),
    'batch-form': batchFormPage({}, own),
    'batch-form-problem': batchFormPage({ problem: 'nothing-given' }, own),
    'batch-under-way': batchPage(running, own),
    'batch-still': batchPage({ ...running, reloads: false }, own),
    'batch-finished': batchPage(finished, own),
    ...applicantListPages({ ...own, formToken }),
    ...deskPages(language),
    ...enrolmentPages({ ...own, formToken }),
    ...holderPages({ ...own, formToken }),
    ...manyPages(language),
    credential: credentialPage(credentialView, own),
    'credential-corrected': credentialPage(
      { ...credentialView, correctedAt: '2026-11-08T09:00:00Z' },
      own,
    ),
    ...credentialStates(own),
    accessibility: accessibilityPage({ name: catalogue.issuer.name, url: null }, own),
    'accessibility-contact': accessibilityPage(catalogue.issuer, own),
    eligibility: credentialPage({ ...credentialView, support }, own),
    'eligibility-lost': credentialPage({ ...credentialView, support: lostSupport }, own),
    'credential-undecided': credentialPage({ ...credentialView, report: undecided }, own),
    'credential-broken': credentialPage({ ...credentialView, report: reports.broken }, own),
    'desk-webhooks': webhooksPage(
      { rows: [hook], choices: [{ id: 'ceco', name: 'CECO' }], events: hook.events },
      { ...own, formToken, person: { name: 'Ελένη', role: 'admin', hasPassword: true } },
    ),
    'desk-webhook': webhookPage(
      { endpoint: hook, deliveries: [sentTo, { ...sentTo, state: 'waiting' }], next: 'x' },
      { ...own, formToken, person: { name: 'Ελένη', role: 'issuer', hasPassword: false } },
    ),
    'api-webhooks': apiPage({ description: api, group: 'webhooks' }, own),
    'api-checking': apiPage({ description: api, group: 'checking' }, own),
    achievements: achievementsPage(catalogue, own),
    achievement: achievementPage({ catalogue, group: course.name, achievement }, own),
    skill: skillPage({ catalogue, skill: catalogue.skills[0]! }, own),
    specializations: specializationsPage(specializationView, own),
    'specializations-none': specializationsPage({ ...specializationView, catalogue }, own),
    specialization: specializationPage(specializationView, own),
    'self-check': selfCheckPage({ statements }, own),
    'self-check-problem': selfCheckPage({ statements, problem: 'too-many', given: selfGiven }, own),
    'self-checked': selfCheckedPage(selfChecked, own),
    'self-checked-none': selfCheckedPage({ ...selfChecked, checked: [], from: fromRevoked }, own),
    issuer: issuerPage(issuerView, own),
    ...partnerPages(own),
    ...walletPages(own),
    ...launchPages(own),
    ...connectionPages({ ...own, formToken, person, deskStylesheet }),
    ...operatorPages({ ...own, formToken, person, deskStylesheet }),
    ...importPages({ ...own, formToken, person, deskStylesheet }),
    problem: problemPage('no-credential-found', own),
    problems: problemsPage(own),
    'problems-refusals': problemKindPage('refusals', own),
    'problems-connections': problemKindPage('connections', own),
    'problems-reasons': problemKindPage('reasons', own),
    'problems-complaints': problemKindPage('complaints', own),
    'problems-warnings': problemKindPage('warnings', own),
    'not-found': errorPage({ code: 'not-found' }, own),
    erased: errorPage({ code: 'credential-erased' }, own),
    fault: errorPage({ code: 'fault' }, own),
  }
}
