import type { Messages } from '../messages.ts'
import type { AccountMessages, AuditMessages, TokenMessages } from '../operator-messages.ts'

export const accountsEnglish: AccountMessages = {
  title: 'Accounts',
  lead: 'Whoever signs in here has an account. What its role does not allow is not there for it.',
  table: 'Accounts of this desk',
  columns: {
    login: 'Signs in as',
    name: 'Name',
    role: 'Role',
    scope: 'For',
    signsIn: 'By',
    since: 'Since',
  },
  everything: 'everything',
  byPassword: 'password',
  byNobody: 'not yet',
  outOfUse: 'out of use',
  make: 'Make an account',
  makeHint:
    'With a password, it is shown once after you have made the account. Without one, the person signs in through your organisation, by the e-mail address.',
  loginHint: 'An e-mail address, or a name without spaces.',
  scope: 'Only for these courses or specializations',
  scopeHint: 'With none ticked: for all of them.',
  provider: 'Provider',
  providerHint: 'Whose applicants a training provider sees; the same name for all its people.',
  withPassword: 'Give it a password',
  save: 'Save',
  saved: 'This was saved.',
  newPassword: 'Set a new password',
  newPasswordHint: 'The old one stops working, and all its sessions end.',
  passwordIs: 'The password',
  passwordOnce: 'It is shown this once. Hand it over by a way that only this person reads.',
  disable: 'Take out of use',
  disableHint: 'It can sign in no more, and all its sessions end. What it did stays in the log.',
  enable: 'Let in again',
  own: 'Your password',
  ownHint: 'When you change it, you are signed out everywhere.',
  current: 'Present password',
  next: 'New password',
  nextHint: 'At least 12 characters; several words are good.',
}

export const tokensEnglish: TokenMessages = {
  title: 'Tokens',
  lead: 'A token lets a script use the API. Give each script its own, with no more rights than it needs.',
  table: 'Tokens of the API',
  columns: {
    id: 'Token',
    label: 'For whom',
    role: 'Role',
    scope: 'For',
    since: 'Since',
    state: 'State',
  },
  active: 'active',
  revoked: (day) => `revoked on ${day}`,
  revoke: 'Revoke',
  make: 'Make a token',
  label: 'For whom or what',
  tokenIs: 'The token',
  tokenOnce: 'It is shown this once: copy it to where it is needed.',
  none: 'There is no token yet.',
}

export const auditEnglish: AuditMessages = {
  title: 'Audit log',
  lead: 'Every act, with who did it and when. Each entry is bound to the one before, so that none can be changed unseen.',
  table: 'Entries, the newest first',
  columns: {
    seq: 'No.',
    at: 'When',
    actor: 'Who',
    action: 'What',
    about: 'About',
    detail: 'Detail',
  },
  filter: 'Show only',
  anything: 'anything',
  from: 'From',
  to: 'Before',
  show: 'Show',
  older: 'Older entries',
  none: 'There is no such entry.',
  takeAway: 'Take the whole log away (JSON lines)',
  head: (seq, hash) => `The newest entry is number ${seq}; its hash is ${hash}.`,
}

export const operatorRefusalsEnglish: Pick<
  Messages['refusals'],
  | 'account-not-found'
  | 'account-exists'
  | 'password-too-weak'
  | 'password-wrong'
  | 'last-administrator'
  | 'token-not-found'
> = {
  'account-not-found': {
    title: 'There is no such account',
    remedy: 'Go back to the list of accounts and choose one of them.',
  },
  'account-exists': {
    title: 'There is an account of this name already',
    remedy: 'Choose another name or address, or change the account that is there.',
  },
  'password-too-weak': {
    title: 'This password would be guessed',
    remedy: 'Take at least 12 characters, of several kinds; a few words in a row are good.',
  },
  'password-wrong': {
    title: 'The present password is another',
    remedy:
      'Type the password that you signed in with; if you forgot it, an administrator can set another.',
  },
  'last-administrator': {
    title: 'Nobody would be left to administer',
    remedy: 'Make another administrator first, then change this account.',
  },
  'token-not-found': {
    title: 'There is no such token, or it is revoked already',
    remedy: 'Load the list of tokens anew.',
  },
}
