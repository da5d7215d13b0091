import { Refusal } from '../errors.ts'
import { Accounts } from './accounts.ts'
import { ActItems } from './act-items.ts'
import { Acts } from './acts.ts'
import { ApplicantLists } from './applicant-lists.ts'
import type { Audit } from './audit.ts'
import { BatchControl } from './batch-control.ts'
import { Batches } from './batches.ts'
import { BoundCredentials } from './bound-credentials.ts'
import { CatalogueVersions } from './catalogue-versions.ts'
import { Claims } from './claims.ts'
import { ConnectionProgress } from './connection-progress.ts'
import { Connections } from './connections.ts'
import { Corrections } from './corrections.ts'
import { Credentials } from './credentials.ts'
import { Database } from './database.ts'
import { Decisions } from './decisions.ts'
import { DeskDecisions } from './desk-decisions.ts'
import { DraftRecords } from './drafts.ts'
import { EnrolmentGrounds } from './enrolment-grounds.ts'
import { Enrolments } from './enrolments.ts'
import { Erasures } from './erasures.ts'
import { Finding } from './finding.ts'
import { Gaps } from './gaps.ts'
import { Holdings } from './holdings.ts'
import { LearnerFiles } from './learner-files.ts'
import { Learners } from './learners.ts'
import { Letters } from './letters.ts'
import { MailTurns } from './mail-turns.ts'
import { Mails } from './mails.ts'
import { Mandates } from './mandates.ts'
import { NameWords } from './name-words.ts'
import { Participants } from './participants.ts'
import { EnrolledPersons } from './person-keys.ts'
import { Reissues } from './reissues.ts'
import { Retention } from './retention.ts'
import { RunFigures } from './run-figures.ts'
import { Sessions } from './sessions.ts'
import { Shares } from './shares.ts'
import { StatusLists } from './status-lists.ts'
import { Supports } from './support.ts'
import { Tokens } from './tokens.ts'
import { VcApiStatuses } from './vc-api-statuses.ts'
import { Versions } from './versions.ts'
import { WalletNonces } from './wallet-nonces.ts'
import { WalletOffers } from './wallet-offers.ts'
import { WebhookEndpoints } from './webhook-endpoints.ts'
import { WebhookEvents } from './webhook-events.ts'
import { WebhookTurns } from './webhook-turns.ts'

const hourMs = 60 * 60 * 1000
const longestMs = 12 * hourMs
const deskRules = { table: 'desk_session', owner: 'token', idleMs: 8 * hourMs, longestMs } as const
const holderRules = {
  table: 'holder_session',
  owner: 'learner',
  idleMs: 2 * hourMs,
  longestMs,
} as const

/** The store of record. What a method or a transaction has returned is on disk. */
export interface Ledger {
  readonly audit: Audit
  readonly accounts: Accounts
  readonly catalogueVersions: CatalogueVersions
  readonly credentials: Credentials
  readonly corrections: Corrections
  readonly reissues: Reissues
  readonly versions: Versions
  readonly gaps: Gaps
  readonly erasures: Erasures
  readonly learners: Learners
  readonly holdings: Holdings
  readonly shares: Shares
  readonly statusLists: StatusLists
  readonly mandates: Mandates
  readonly batches: Batches
  readonly batchControl: BatchControl
  readonly drafts: DraftRecords
  readonly participants: Participants
  readonly runFigures: RunFigures
  readonly applicantLists: ApplicantLists
  readonly tokens: Tokens
  readonly decisions: Decisions
  readonly retention: Retention
  readonly deskDecisions: DeskDecisions
  readonly deskSessions: Sessions
  readonly holderSessions: Sessions
  readonly vcApiStatuses: VcApiStatuses
  readonly walletNonces: WalletNonces
  readonly supports: Supports
  readonly enrolments: Enrolments
  readonly enrolmentGrounds: EnrolmentGrounds
  readonly enrolledPersons: EnrolledPersons
  readonly claims: Claims
  readonly letters: Letters
  readonly mails: Mails
  readonly mailTurns: MailTurns
  readonly walletOffers: WalletOffers
  readonly boundCredentials: BoundCredentials
  readonly nameWords: NameWords
  readonly finding: Finding
  readonly learnerFiles: LearnerFiles
  readonly acts: Acts
  readonly actItems: ActItems
  readonly webhookEndpoints: WebhookEndpoints
  readonly webhookEvents: WebhookEvents
  readonly webhookTurns: WebhookTurns
  readonly connections: Connections
  readonly connectionProgress: ConnectionProgress
  transaction<T>(work: () => T): T
  /** A consistent copy in a new file, while others go on working. */
  backup(file: string): void
  /** Brings what was written last into the one file, where nobody else is at work. */
  settle(): void
  /** What the database itself finds wrong; empty when sound. */
  faults(): string[]
  close(): void
}

/** Ids and QR codes already printed carry the address, so a ledger belongs to one PUBLIC_URL for good. */
function bindToAddress(database: Database, publicUrl: URL): void {
  const stored = () => database.get(`SELECT value FROM setting WHERE name = 'public-url'`)?.value
  if (stored() === undefined)
    database.transaction(() => {
      if (stored() === undefined)
        database.run(`INSERT INTO setting (name, value) VALUES ('public-url', ?)`, publicUrl.origin)
    })
  if (stored() !== publicUrl.origin)
    throw new Refusal(
      'ledger-mismatch',
      `This ledger was begun for ${stored()}, but PUBLIC_URL is ${publicUrl.origin}`,
    )
}

/** How learners are let in and written to, and what they hand on. */
const storesOfHolders = (database: Database) => ({
  claims: new Claims(database),
  letters: new Letters(database),
  mails: new Mails(database),
  mailTurns: new MailTurns(database),
  walletOffers: new WalletOffers(database),
  boundCredentials: new BoundCredentials(database),
  walletNonces: new WalletNonces(database),
  shares: new Shares(database),
})

/** Counts that lead to nobody. */
const storesOfCounts = (database: Database) => ({
  participants: new Participants(database),
  runFigures: new RunFigures(database),
})

/** Machines that tell us, and machines that we tell. */
const storesOfMachines = (database: Database) => ({
  webhookEndpoints: new WebhookEndpoints(database),
  webhookEvents: new WebhookEvents(database),
  webhookTurns: new WebhookTurns(database),
  connections: new Connections(database),
  connectionProgress: new ConnectionProgress(database),
})

/** Everything that is kept in a database, by what it is about. */
function storesIn(database: Database) {
  return {
    audit: database.audit,
    accounts: new Accounts(database),
    catalogueVersions: new CatalogueVersions(database),
    credentials: new Credentials(database),
    corrections: new Corrections(database),
    reissues: new Reissues(database),
    versions: new Versions(database),
    gaps: new Gaps(database),
    erasures: new Erasures(database),
    learners: new Learners(database),
    holdings: new Holdings(database),
    statusLists: new StatusLists(database),
    mandates: new Mandates(database),
    batches: new Batches(database),
    batchControl: new BatchControl(database),
    drafts: new DraftRecords(database),
    applicantLists: new ApplicantLists(database),
    tokens: new Tokens(database),
    decisions: new Decisions(database),
    retention: new Retention(database),
    deskDecisions: new DeskDecisions(database),
    deskSessions: new Sessions(database, deskRules),
    holderSessions: new Sessions(database, holderRules),
    vcApiStatuses: new VcApiStatuses(database),
    supports: new Supports(database),
    enrolments: new Enrolments(database),
    enrolmentGrounds: new EnrolmentGrounds(database),
    enrolledPersons: new EnrolledPersons(database),
    nameWords: new NameWords(database),
    finding: new Finding(database),
    learnerFiles: new LearnerFiles(database),
    acts: new Acts(database),
    actItems: new ActItems(database),
    ...storesOfHolders(database),
    ...storesOfMachines(database),
    ...storesOfCounts(database),
  }
}

/**
 * Opens the ledger, making or migrating it first.
 *
 * @throws Refusal `ledger-mismatch` for another PUBLIC_URL or a newer schema; `ledger-busy` when it stays locked.
 */
export function openLedger(file: string, publicUrl: URL, now?: () => Date): Ledger {
  const database = new Database(file, now)
  bindToAddress(database, publicUrl)
  const stores = storesIn(database)
  stores.nameWords.foldMissing()
  return {
    ...stores,
    transaction: (work) => database.transaction(work),
    backup: (target) => database.backup(target),
    settle: () => database.settle(),
    faults: () => database.faults(),
    close: () => database.close(),
  }
}
