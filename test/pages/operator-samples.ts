import type { Html } from '../../src/pages/html.ts'
import {
  accountPage,
  accountsPage,
  onceToldPage,
  ownPasswordPage,
} from '../../src/pages/operator/accounts-page.ts'
import { auditPage } from '../../src/pages/operator/audit-page.ts'
import {
  catalogueCheckPage,
  cataloguePage,
  sampleAchievementPage,
} from '../../src/pages/operator/catalogue-pages.ts'
import type { OperatorFrame } from '../../src/pages/operator/frame.ts'
import { operatorHomePage } from '../../src/pages/operator/home-page.ts'
import { safetyPage } from '../../src/pages/operator/safety-page.ts'
import { goOnPage, operatorSignInPage } from '../../src/pages/operator/sign-in-page.ts'
import { tokensPage } from '../../src/pages/operator/tokens-page.ts'
import { catalogue } from './samples.ts'

const roles = ['admin', 'issuer', 'reviewer', 'provider'] as const
const problem = { title: 'Not so', remedy: 'Mend it.' }
const choices = [
  { id: 'biblio-mooc', name: 'BIBLIO' },
  { id: 'ceco', name: 'CECO' },
]
const createdAt = '2026-11-28T09:00:00.000Z'
const account = {
  id: 'x7vb8h1y4y1agj6mq2jjn3m6q6',
  login: 'a.very.long.address.of.somebody@library-of-an-institution.example.org',
  label: 'Ilze Ķikuste',
  role: 'reviewer',
  scope: ['biblio-mooc'],
  provider: null,
  hasPassword: true,
  signsInBy: 'https://id.example.org',
  createdAt,
  disabledAt: null,
} as const
const disabled = {
  ...account,
  id: 'y',
  login: 'gone',
  hasPassword: false,
  signsInBy: null,
  disabledAt: createdAt,
}
const token = {
  id: 't',
  label: 'Moodle',
  role: 'issuer',
  scope: [],
  createdAt,
  revokedAt: null,
} as const
const digest = 'b77ee664d5c2e7a94f6811491d71d49d357eaadd8e1dee2e732c4d55ee29b0c4'
const entry = {
  seq: 12,
  at: createdAt,
  actor: 'account/x',
  action: 'signed-in',
  about: digest,
  detail: null,
}
const row = {
  id: 'certificate',
  name: catalogue.programme.name,
  version: '1',
  issued: 1_412,
  group: catalogue.programme.name,
  isOfCourse: true,
}
const view = {
  programme: catalogue.programme.name,
  rows: [row],
  versions: [{ digest, version: '2026-1', inForceFrom: createdAt }],
}
const difference = {
  achievement: 'certificate',
  change: 'changed',
  members: ['name'],
  issued: 3,
} as const
const whole = {
  actions: ['signed-in'],
  asked: { about: 'x' },
  before: 12,
  head: { seq: 12, hash: digest },
}

const key = {
  kid: 'a-key-0123456789',
  algorithm: 'Ed25519',
  state: 'active',
  created: createdAt,
  partner: null,
  reissue: null,
} as const
const stolen = {
  ...key,
  kid: 'b',
  state: 'compromised',
  partner: 'hou',
  reissue: { done: 4_000, left: 400, isRunning: false },
} as const
const safety = {
  keys: [key, stolen],
  checkpoint: { seq: 12, at: createdAt },
  backupAt: createdAt,
  retentionDays: 365,
}

/** The pages of the operator's desk that are about the desk itself, by a name for the test. */
export function operatorPages(frame: OperatorFrame): Readonly<Record<string, Html>> {
  const { person } = frame
  return {
    'operator-sign-in': operatorSignInPage({ organisation: 'Library School' }, frame),
    'operator-sign-in-problem': operatorSignInPage(
      { problem: 'unauthorised', login: 'anna', next: '/desk/audit', organisation: null },
      frame,
    ),
    'operator-go-on': goOnPage('/desk', frame),
    ...Object.fromEntries(
      roles.map((role) => [
        `operator-home-${role}`,
        operatorHomePage({ ...frame, person: { ...person, role } }),
      ]),
    ),
    'operator-accounts': accountsPage({ rows: [account, disabled], choices }, frame),
    'operator-accounts-problem': accountsPage(
      {
        rows: [account],
        choices,
        problem,
        typed: new Map([
          ['scope:ceco', 'yes'],
          ['login', 'x y'],
        ]),
      },
      frame,
    ),
    'operator-account': accountPage({ account, choices, isSaved: true }, frame),
    'operator-account-disabled': accountPage({ account: disabled, choices, problem }, frame),
    'operator-once-told': onceToldPage(
      { title: 'anna', what: 'x', secret: 'adm8x-v8rh9-4c76d-n1x8w', once: 'x' },
      { path: ['desk', 'accounts'], text: 'x', here: 'accounts' },
      frame,
    ),
    'operator-password': ownPasswordPage(undefined, frame),
    'operator-password-problem': ownPasswordPage(problem, frame),
    'operator-tokens': tokensPage(
      { rows: [token, { ...token, id: 'u', revokedAt: createdAt }], choices },
      frame,
    ),
    'operator-tokens-none': tokensPage({ rows: [], choices, problem }, frame),
    'operator-audit': auditPage({ ...whole, rows: [entry] }, frame),
    'operator-safety': safetyPage(safety, frame),
    'operator-safety-none': safetyPage(
      { ...safety, checkpoint: null, backupAt: null, problem },
      frame,
    ),
    'operator-audit-none': auditPage(
      { ...whole, rows: [], before: null, head: null, problem },
      frame,
    ),
    'operator-catalogue': cataloguePage(view, frame),
    'operator-catalogue-problem': cataloguePage({ ...view, problem }, frame),
    'operator-achievement': sampleAchievementPage(row, frame),
    'operator-catalogue-check': catalogueCheckPage(
      {
        complaints: [],
        differences: (['breaks', 'same-version', 'fine'] as const).map((judgement) => ({
          ...difference,
          judgement,
        })),
        untranslated: ['$.courses[0].name.lv'],
      },
      frame,
    ),
    'operator-catalogue-broken': catalogueCheckPage(
      {
        complaints: [{ at: '$.courses[0]', message: 'missing' }],
        differences: [],
        untranslated: [],
      },
      frame,
    ),
  }
}
