import type { ApplicantListMessages } from './applicant-list-messages.ts'
import type { BatchMessages } from './batch-messages.ts'
import type { DeskMessages } from './desk-messages.ts'
import type { EnrolmentMessages } from './enrolment-messages.ts'
import type { HolderMessages } from './holder-messages.ts'
import type { OperatorMessages } from './operator-messages.ts'
import type { AccessibilityMessages, PublicPageMessages } from './public-page-messages.ts'
import type { ReportMessages } from './report-messages.ts'
import type { SelfCheckMessages, SpecializationMessages } from './specialization-messages.ts'

/** Words around every page. */
export interface FrameMessages {
  readonly skip: string
  readonly mainNavigation: string
  /** On narrow screens: the link that opens the navigation. */
  readonly menu: string
  readonly languages: string
  readonly check: string
  readonly achievements: string
  readonly issuer: string
  readonly illustrative: string
  /** What we do not do to readers. */
  readonly privacy: string
  /** Against look-alike sites: which host the address bar must show. */
  addressBar(host: string): string
}

/** A heading and the paragraph below it. */
export interface Passage {
  readonly title: string
  readonly text: string
}

export interface HomeMessages {
  readonly title: string
  readonly lead: string
  readonly forLearners: Passage
  readonly forEmployers: Passage
  readonly forProviders: Passage
  readonly allAchievements: string
  readonly aboutIssuer: string
}

/** What the script of the form says, or puts on what only a script can do. */
export interface VerifyScriptMessages {
  readonly dropHint: string
  readonly dropHere: string
  readonly checking: string
  readonly oneFile: string
  readonly useCamera: string
  readonly stopCamera: string
  readonly cameraOn: string
  /** The camera was refused or is missing: the same button takes a photograph from now on. */
  readonly cameraOff: string
}

export interface VerifyMessages {
  readonly title: string
  readonly lead: string
  readonly file: string
  readonly fileHint: string
  readonly text: string
  readonly textHint: string
  readonly link: string
  readonly linkHint: string
  readonly one: string
  /** Who is in front of the reader, by name or e-mail address; may be left out. */
  readonly person: string
  readonly personHint: string
  readonly script: VerifyScriptMessages
  /** The form was sent empty. */
  readonly nothingGiven: { readonly title: string; readonly remedy: string }
  readonly submit: string
  readonly privacy: string
}

/** Open Badges `resultType` of what this service states itself. */
export type KnownResult =
  | 'Percent'
  | 'ext:StudyHours'
  | 'ext:Distinction'
  | 'ext:RuleVersion'
  | 'ext:DecisionReason'
  | 'ext:PriorityPoints'

/** On the page of a credential that says somebody may enrol. */
export interface EligibilityMessages {
  /** Between the name of the person and "eligible for …". */
  readonly found: string
  readonly decidedOn: string
  priority(points: string, of: string): string
  /** What it rests on was withdrawn, and it is not revoked yet. */
  readonly lost: { readonly title: string; readonly meaning: string; readonly advice: string }
  readonly restsOn: string
  readonly restsOnNothing: string
  readonly states: Readonly<Record<'standing' | 'gone' | 'unclear', string>>
  lookedAt(day: string): string
}

export interface DownloadText {
  readonly label: string
  readonly use: string
}

export interface CredentialMessages {
  pageTitle(achievement: string): string
  readonly earned: string
  readonly issuedBy: string
  readonly awardedOn: string
  readonly until: string
  readonly howWeKnow: string
  /** How the identity of the issuer was established, in one sentence. */
  issuerKnown(domain: string): string
  issuerUnknown(domain: string): string
  readonly withheld: string
  readonly about: string
  readonly criteria: string
  readonly skills: string
  readonly results: string
  /** Results we know by their type, so that they can be named in the reader's language. */
  readonly resultNames: Readonly<Record<KnownResult, string>>
  readonly downloads: string
  readonly formats: Readonly<Record<'pdf' | 'png' | 'svg' | 'json' | 'jwt', DownloadText>>
  readonly share: string
  readonly shareNote: string
  readonly addToProfile: string
  readonly sharePost: string
  revokedOn(date: string): string
  readonly revokedNote: string
  readonly reason: string
  readonly scan: string
  qrAlternative(url: string): string
  badgeAlternative(name: string): string
  readonly eligibility: EligibilityMessages
}

export interface AchievementMessages {
  readonly listTitle: string
  readonly listLead: string
  readonly about: string
  readonly criteria: string
  readonly skills: string
  readonly profiles: string
  readonly labels: {
    readonly hours: string
    readonly eqf: string
    readonly version: string
    readonly id: string
  }
  readonly otherLanguages: string
  /** Of an eligibility: the link to what one is admitted to. */
  readonly aboutSpecialization: string
  hours(count: number): string
  eqf(level: number | string): string
}

export interface SkillMessages {
  readonly kind: string
  readonly area: string
  readonly framework: string
  readonly level: string
  levelOf(level: number): string
  readonly profiles: string
  readonly includedIn: string
  readonly notIncluded: string
}

export type KeyState = 'active' | 'verify-only' | 'compromised'

export interface IssuerMessages {
  readonly title: string
  readonly lead: string
  readonly did: string
  readonly site: string
  readonly keys: string
  readonly keysNote: string
  readonly noKeys: string
  readonly keyStates: Readonly<Record<KeyState, Passage>>
  readonly keySince: string
  readonly independent: string
  /** How to check without trusting this site, step by step. */
  readonly steps: readonly string[]
  readonly didDocument: string
}

export interface ProblemMessages {
  readonly listTitle: string
  readonly listLead: string
  readonly refusals: string
  readonly reasons: string
  readonly complaints: string
  readonly warnings: string
  /** How many codes a page of the list holds. */
  count(codes: number): string
  readonly code: string
  readonly all: string
  readonly details: string
  readonly faultTitle: string
  readonly faultRemedy: string
}

export interface PageMessages {
  readonly frame: FrameMessages
  readonly home: HomeMessages
  readonly verify: VerifyMessages
  readonly applicantList: ApplicantListMessages
  readonly batch: BatchMessages
  readonly report: ReportMessages
  readonly credential: CredentialMessages
  readonly publicPage: PublicPageMessages
  readonly accessibility: AccessibilityMessages
  readonly achievement: AchievementMessages
  readonly skill: SkillMessages
  readonly specialization: SpecializationMessages
  readonly selfCheck: SelfCheckMessages
  readonly issuer: IssuerMessages
  readonly problem: ProblemMessages
  readonly desk: DeskMessages
  readonly enrolments: EnrolmentMessages
  readonly holder: HolderMessages
  readonly operator: OperatorMessages
}
