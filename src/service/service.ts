import { existsSync } from 'node:fs'
import { Admissions } from '../admission/admissions.ts'
import { Enrolments } from '../admission/enrolments.ts'
import { type KnownIssuer, readKnownIssuers } from '../checking/known-issuers.ts'
import { NotThere } from '../checking/outside/fetched.ts'
import { receive } from '../checking/receive.ts'
import type { Received } from '../checking/receiving/received.ts'
import { type FetchDocument, fetchPublic } from '../checking/remote.ts'
import type { CheckName, Report } from '../checking/report.ts'
import { type CheckSettings, type Question, verify } from '../checking/verify.ts'
import type { Config } from '../config.ts'
import type { IssueProgress, IssueStep } from '../issuing/issue.ts'
import type { ReservationSettings } from '../issuing/reserve.ts'
import { revoke } from '../issuing/status.ts'
import type { Language } from '../language.ts'
import type { Catalogue, CatalogueAchievement } from '../learning/catalogue.ts'
import { achievementsOf } from '../learning/eligibility-achievement.ts'
import type { CredentialRecord, RevocationCode } from '../ledger/credentials.ts'
import { type Ledger, openLedger } from '../ledger/ledger.ts'
import { ReceiptKeys } from '../proof/receipt.ts'
import { remember } from '../proof/remember.ts'
import { type Caller, recognise } from './access.ts'
import { type Artefact, type ArtefactForm, artefact } from './artefacts.ts'
import { bytesAt } from './bytes-at.ts'
import { EligibilityCredentials } from './eligibility-credentials.ts'
import {
  type ImportRequest,
  type ImportSummary,
  importCompletions,
  type LineReport,
  type RowSource,
} from './import-completions.ts'
import { IssuingRuns } from './issuing-runs.ts'
import { Keyring } from './keyring.ts'
import { listsOf } from './lists-of.ts'
import { type PublishedDocument, publishedDocument } from './published.ts'
import { readCatalogue } from './read-catalogue.ts'
import { Receipts } from './receipts.ts'
import { VcApi } from './vc-api.ts'

/** A credential that has been issued, with all its forms recorded. */
export type IssuedRecord = CredentialRecord & { readonly signed: string; readonly jwt: string }

// About 70 kB each.
const artefactsKept = 200

export interface ServiceOptions {
  readonly now?: () => Date
  /** Replaced in tests; otherwise the guarded fetch. */
  readonly fetch?: FetchDocument
  readonly onFault?: (where: string, thrown: unknown) => void
}

/** Everything Colophon does, for the web and the command line alike; the one place that wires the parts. */
export class Service {
  readonly config: Config
  readonly catalogue: Catalogue
  readonly achievements: ReadonlyMap<string, CatalogueAchievement>
  readonly keyring: Keyring
  readonly vcApi: VcApi
  readonly eligibility = new EligibilityCredentials(this)
  readonly receiptKeys: ReceiptKeys
  readonly receipts: Receipts
  readonly enrolments: Enrolments
  readonly now: () => Date
  readonly #fetch: FetchDocument
  readonly #knownIssuers: readonly KnownIssuer[]
  readonly fault: (where: string, thrown: unknown) => void
  readonly admissions: Admissions
  readonly lists = listsOf(this)
  readonly #issuing = new IssuingRuns(this)
  // What is recorded never changes, so a file that is asked for again is not drawn again.
  readonly #artefact = remember(
    ({ record, form }: { record: IssuedRecord; form: ArtefactForm }) =>
      artefact(record, form, this),
    ({ record, form }) => `${record.id}.${form}`,
    artefactsKept,
  )
  #ledger: Ledger | undefined

  constructor(config: Config, options: ServiceOptions = {}) {
    this.config = config
    this.now = options.now ?? (() => new Date())
    this.fault = options.onFault ?? (() => undefined)
    this.catalogue = readCatalogue(config.catalogueFile)
    this.achievements = achievementsOf(this.catalogue)
    this.keyring = new Keyring({
      keysDir: config.keysDir,
      passphrase: config.keysPassphrase,
      publicUrl: config.publicUrl,
      isProduction: config.isProduction,
    })
    this.receiptKeys = new ReceiptKeys(this.keyring.settings)
    this.vcApi = new VcApi({
      key: config.vcApiKey,
      ledger: () => this.ledger,
      publicUrl: config.publicUrl,
      now: this.now,
    })
    this.enrolments = new Enrolments({
      ledger: () => this.ledger,
      specializations: this.catalogue.specializations,
      now: this.now,
    })
    const foreign = options.fetch ?? fetchPublic
    this.#fetch = (url, options) => this.#fetchOwn(url) ?? foreign(url, options)
    this.#knownIssuers = readKnownIssuers(config.trustedIssuersFile)
    this.admissions = new Admissions(this)
    const { keyring, receiptKeys, now, catalogue } = this
    this.receipts = new Receipts({ keyring, receiptKeys, now, catalogue, fetch: this.#fetch })
  }

  /** Opened when first asked for, so that checking a file on a stranger's machine leaves nothing behind there. */
  get ledger(): Ledger {
    this.#ledger ??= openLedger(this.config.databaseFile, this.config.publicUrl)
    return this.#ledger
  }

  get publicUrl(): URL {
    return this.config.publicUrl
  }

  /**
   * Whether an address is ours to answer. On a machine where nothing was ever made it is not, whatever PUBLIC_URL says
   * by default: a key that is missing here is not one that the issuer does not publish.
   */
  #isOwn(url: URL): boolean {
    const { databaseFile, keysDir } = this.config
    return url.host === this.publicUrl.host && (existsSync(keysDir) || existsSync(databaseFile))
  }

  /** Our own address is answered from what we publish at this moment, without a detour over the network or a cache. */
  #fetchOwn(url: URL) {
    if (!this.#isOwn(url)) return undefined
    return this.published(url.pathname).then((document) => {
      if (!document) throw new NotThere('not published here')
      const body = new TextEncoder().encode(document.text)
      return { contentType: document.contentType, body }
    })
  }

  /** Who calls, by the `Authorization` header. @throws Refusal `unauthorised`. */
  recognise(authorization: string | undefined): Caller {
    const { adminToken } = this.config
    return recognise(authorization, { ledger: this.ledger, adminToken })
  }

  /** What stands under a path of PUBLIC_URL for machines. */
  published(path: string): Promise<PublishedDocument | undefined> {
    return publishedDocument(path, this)
  }

  async checkSettings(): Promise<CheckSettings> {
    const { issuer } = await this.keyring.current()
    const own: KnownIssuer = { did: issuer, names: [this.catalogue.issuer.name] }
    return {
      now: this.now,
      fetch: this.#fetch,
      knownIssuers: [own, ...this.#knownIssuers],
      ownIssuer: issuer,
      onFault: (check: CheckName, thrown) => this.fault(check, thrown),
    }
  }

  /**
   * Checks what somebody handed in.
   *
   * @throws Refusal when no credential can be found in it; whatever is found is answered with a report.
   */
  async verify(
    bytes: Uint8Array,
    question: Question = {},
  ): Promise<{ report: Report; received: Received }> {
    const received = await receive(bytes, (link) => this.#bytesAt(link))
    return { report: await verify(received, await this.checkSettings(), question), received }
  }

  /**
   * Checks the credential that stands at an address: ours as we publish it, others by guarded requests.
   *
   * @throws Refusal `address-unreachable` when nothing can be had there, and what {@link verify} refuses.
   */
  async verifyAt(
    url: URL,
    question: Question = {},
  ): Promise<{ report: Report; received: Received }> {
    const { report, received } = await this.verify(await this.#bytesAt(url), question)
    return { report: { ...report, source: { ...report.source, kind: 'url' } }, received }
  }

  #bytesAt(url: URL): Promise<Uint8Array> {
    return bytesAt(url, this.#fetch, (own) => this.#isOwn(own))
  }

  /** Steps 1 and 2 for a file: what each row earned, reserved; see importCompletions. */
  async import(
    rows: RowSource,
    request: ImportRequest,
    onLine: (report: LineReport) => void,
    onReserved?: (batch: string) => void,
  ): Promise<ImportSummary> {
    return importCompletions(rows, request, {
      settings: await this.reservationSettings(request.language),
      now: this.now,
      onLine,
      ...(onReserved ? { onReserved } : {}),
    })
  }

  async reservationSettings(language: Language): Promise<ReservationSettings> {
    const { ledger, achievements, catalogue, publicUrl } = this
    const { issuer } = await this.keyring.current()
    const { identifyBy } = this.config
    return { ledger, achievements, catalogue, issuer, publicUrl, language, identifyBy }
  }

  /** Steps 3 to 6 for one reservation; see {@link IssuingRuns}. */
  issueReservation(id: string): Promise<CredentialRecord | undefined> {
    return this.#issuing.one(id)
  }

  /** Steps 3 to 6 for every reservation there is; see {@link IssuingRuns}. */
  issue(onProgress?: (step: IssueStep) => void): Promise<IssueProgress> {
    return this.#issuing.run(onProgress)
  }

  /** An issued credential; `undefined` for an unknown id and for one that is not issued, alike. */
  issued(id: string): IssuedRecord | undefined {
    const record = this.ledger.credentials.byId(id)
    return record?.state === 'issued' && record.signed && record.jwt
      ? (record as IssuedRecord)
      : undefined
  }

  /** One form of an issued credential. @throws Refusal `name-not-printable` (PDF only). */
  artefact(record: IssuedRecord, form: ArtefactForm): Promise<Artefact> {
    return this.#artefact({ record, form })
  }

  /** @throws Refusal `credential-not-found`, `credential-not-issued`, `already-revoked`, `reason-missing`. */
  revoke(id: string, note: string, code: RevocationCode = 'unspecified'): CredentialRecord {
    return revoke(id, { code, note }, this)
  }

  /** Waits for signing that is under way, then lets the ledger go. */
  async close(): Promise<void> {
    await this.#issuing.settled()
    this.#ledger?.close()
  }
}
