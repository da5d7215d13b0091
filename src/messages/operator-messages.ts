import type { CatalogueMessages } from './catalogue-messages.ts'
import type { DeskProblem } from './desk-messages.ts'
import type { ManyMessages } from './many-messages.ts'
import type { SafetyDeskMessages } from './safety-desk-messages.ts'
import type { StatisticsMessages } from './statistics-messages.ts'

/** The places of the operator's desk, in the order of its navigation. */
export const operatorPlaces = [
  'imports',
  'find',
  'acts',
  'corrections',
  'statistics',
  'catalogue',
  'issuers',
  'connections',
  'webhooks',
  'accounts',
  'tokens',
  'audit',
  'safety',
] as const

export type OperatorPlace = (typeof operatorPlaces)[number]

/** The name of a place, and what one does there. */
export interface PlaceText {
  readonly name: string
  readonly hint: string
}

export interface OperatorSignInMessages {
  readonly title: string
  readonly lead: string
  readonly login: string
  readonly password: string
  readonly submit: string
  by(organisation: string): string
  readonly withToken: string
  readonly token: string
  readonly privacy: string
  readonly problems: {
    readonly unauthorised: DeskProblem
    readonly forbidden: DeskProblem
    readonly ended: DeskProblem
    readonly 'not-done': DeskProblem
  }
  /** While a browser is led on after the organisation sent it back. */
  readonly goOn: string
}

export interface AccountMessages {
  readonly title: string
  readonly lead: string
  readonly table: string
  readonly columns: {
    readonly login: string
    readonly name: string
    readonly role: string
    readonly scope: string
    readonly signsIn: string
    readonly since: string
  }
  readonly everything: string
  readonly byPassword: string
  readonly byNobody: string
  readonly outOfUse: string
  readonly make: string
  readonly makeHint: string
  readonly loginHint: string
  readonly scope: string
  readonly scopeHint: string
  readonly provider: string
  readonly providerHint: string
  readonly withPassword: string
  readonly save: string
  readonly saved: string
  readonly newPassword: string
  readonly newPasswordHint: string
  /** Told once. */
  readonly passwordIs: string
  readonly passwordOnce: string
  readonly disable: string
  readonly disableHint: string
  readonly enable: string
  readonly own: string
  readonly ownHint: string
  readonly current: string
  readonly next: string
  readonly nextHint: string
}

export interface TokenMessages {
  readonly title: string
  readonly lead: string
  readonly table: string
  readonly columns: {
    readonly id: string
    readonly label: string
    readonly role: string
    readonly scope: string
    readonly since: string
    readonly state: string
  }
  readonly active: string
  revoked(day: string): string
  readonly revoke: string
  readonly make: string
  readonly label: string
  readonly tokenIs: string
  readonly tokenOnce: string
  readonly none: string
}

export interface AuditMessages {
  readonly title: string
  readonly lead: string
  readonly table: string
  readonly columns: {
    readonly seq: string
    readonly at: string
    readonly actor: string
    readonly action: string
    readonly about: string
    readonly detail: string
  }
  readonly filter: string
  readonly anything: string
  readonly from: string
  readonly to: string
  readonly show: string
  readonly older: string
  readonly none: string
  readonly takeAway: string
  head(seq: string, hash: string): string
}

/** Words of the operator's desk. */
export interface OperatorMessages {
  readonly title: string
  readonly signOut: string
  readonly forOperators: string
  signedInAs(name: string, role: string): string
  readonly places: Readonly<Record<OperatorPlace, PlaceText>>
  readonly roles: Readonly<Record<'admin' | 'issuer' | 'reviewer' | 'provider', string>>
  readonly roleHints: Readonly<Record<'admin' | 'issuer' | 'reviewer' | 'provider', string>>
  readonly home: { readonly lead: string; readonly toProvider: string }
  readonly signIn: OperatorSignInMessages
  readonly accounts: AccountMessages
  readonly tokens: TokenMessages
  readonly audit: AuditMessages
  readonly many: ManyMessages
  readonly catalogue: CatalogueMessages
  readonly safety: SafetyDeskMessages
  readonly statistics: StatisticsMessages
}
