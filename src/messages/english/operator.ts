import type { OperatorMessages } from '../operator-messages.ts'
import { catalogueEnglish } from './catalogue.ts'
import { manyEnglish } from './many.ts'
import { accountsEnglish, auditEnglish, tokensEnglish } from './operator-accounts.ts'
import { safetyDeskEnglish } from './safety-desk.ts'
import { statisticsEnglish } from './statistics.ts'

export const operatorEnglish: OperatorMessages = {
  title: 'Operator’s desk',
  signOut: 'Sign out',
  forOperators: 'Operator’s desk',
  signedInAs: (name, role) => `Signed in as ${name} (${role})`,
  places: {
    imports: { name: 'Imports', hint: 'See what a file would issue, issue it, watch it, undo it.' },
    find: { name: 'Find', hint: 'A learner or a credential, by name, address, course or date.' },
    acts: {
      name: 'In bulk',
      hint: 'Revoke, replace or write again: many at once, looked at first.',
    },
    corrections: { name: 'Corrections', hint: 'What learners say is wrong: approve or refuse.' },
    statistics: { name: 'Figures', hint: 'From enrolled to completed, letters, checks.' },
    catalogue: {
      name: 'Catalogue',
      hint: 'What can be earned, how it looks, which version is in force.',
    },
    issuers: { name: 'Issuers', hint: 'Partners, their keys, and what each may issue until when.' },
    connections: {
      name: 'Connections',
      hint: 'Course platforms that report completions by themselves.',
    },
    webhooks: {
      name: 'Webhooks',
      hint: 'Systems that are told what was issued, revoked or claimed.',
    },
    accounts: { name: 'Accounts', hint: 'Who may sign in here, and what they may do.' },
    tokens: { name: 'Tokens', hint: 'Keys for scripts that use the API.' },
    audit: { name: 'Audit log', hint: 'Who did what, and when.' },
    safety: { name: 'Safety', hint: 'Backups, checkpoints, signing keys, how long data is kept.' },
  },
  roles: {
    admin: 'administrator',
    issuer: 'issuer',
    reviewer: 'reviewer',
    provider: 'training provider',
  },
  roleHints: {
    admin: 'may do everything',
    issuer: 'imports, issues, corrects and revokes, in its courses',
    reviewer: 'sees its courses, settles corrections and agrees to large acts; begins nothing',
    provider: 'decides about applicants at the provider’s desk',
  },
  home: {
    lead: 'What would you like to do?',
    toProvider: 'Go to the provider’s desk',
  },
  signIn: {
    title: 'Sign in at the operator’s desk',
    lead: 'For those who run courses: import results, issue, correct, revoke, and see who did what.',
    login: 'Name or e-mail address',
    password: 'Password',
    submit: 'Sign in',
    by: (organisation) => `Sign in with ${organisation}`,
    withToken: 'Sign in with a token',
    token: 'Access token',
    privacy:
      'You stay signed in for up to 8 hours without a click, 12 hours in all, by one cookie of this site.',
    problems: {
      unauthorised: {
        title: 'You could not be signed in',
        remedy:
          'Look at name and password once more. If you forgot yours, an administrator can set another.',
      },
      forbidden: {
        title: 'There is no account here for you',
        remedy: 'Ask an administrator of this service to make one under your e-mail address.',
      },
      ended: {
        title: 'Please sign in',
        remedy: 'You are not signed in, or no longer. Nothing that was stored is lost.',
      },
      'not-done': {
        title: 'Please sign in',
        remedy:
          'You are no longer signed in, so this was not done, and what you typed is not kept. Nothing that was stored is lost: sign in and do it again.',
      },
    },
    goOn: 'You are signed in. Go on to the desk.',
  },
  accounts: accountsEnglish,
  tokens: tokensEnglish,
  audit: auditEnglish,
  many: manyEnglish,
  catalogue: catalogueEnglish,
  statistics: statisticsEnglish,
  safety: safetyDeskEnglish,
}
