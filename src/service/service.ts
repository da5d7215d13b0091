import { Admissions } from '../admission/admissions.ts'
import type { Enrolments } from '../admission/enrolments.ts'
import { type FetchDocument, fetchPublic } from '../checking/remote.ts'
import type { CheckSettings, Question } from '../checking/verify.ts'
import type { Config } from '../config.ts'
import { Erasure } from '../holder/erasure.ts'
import { Holders } from '../holder/holders.ts'
import type { IssueStep } from '../issuing/issue.ts'
import type { ReservationSettings } from '../issuing/reserve.ts'
import { revoke } from '../issuing/status.ts'
import type { Language } from '../language.ts'
import type { Catalogue, CatalogueAchievement } from '../learning/catalogue.ts'
import { achievementsOf } from '../learning/eligibility-achievement.ts'
import { nameActor } from '../ledger/actor.ts'
import type { CorrectionRecord } from '../ledger/correction-record.ts'
import type { CredentialRecord, RevocationCode } from '../ledger/credentials.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { LinkSecrets } from '../proof/link-secrets.ts'
import { ReceiptKeys } from '../proof/receipt.ts'
import type { OpenIdIssuance } from '../wallets/openid/issuance.ts'
import type { Webhooks } from '../webhooks/webhooks.ts'
import { type Caller, recognise } from './access.ts'
import { Acting } from './acts-of.ts'
import type { Artefact, ArtefactForm } from './artefacts.ts'
import { Certificates } from './certificates.ts'
import { CheckTally } from './check-tally.ts'
import type { Checked, CheckingSide } from './checking-side.ts'
import { checkingSideOf } from './checking-side-of.ts'
import { BatchesUnderWay } from './control-batches.ts'
import { correctionsOf } from './corrections-of.ts'
import { Drafts } from './drafts/drafts.ts'
import { Drawn } from './drawn.ts'
import { EligibilityCredentials } from './eligibility-credentials.ts'
import { enrolmentsOf } from './enrolments-of.ts'
import { type ImportRequest, importCompletions, type RowSource } from './import-completions.ts'
import type { ImportSummary, LineReport } from './import-report.ts'
import { Inbound } from './inbound/inbound.ts'
import { Issuers } from './issuers.ts'
import { IssuingRuns, type RunProgress } from './issuing-runs.ts'
import { type Keyring, keyringOf } from './keyring.ts'
import { listsOf } from './lists-of.ts'
import { Mailing } from './mail.ts'
import { openIdOf } from './openid.ts'
import { Operator } from './operator.ts'
import { Participation } from './participation.ts'
import { Previews } from './previews.ts'
import { type PublishedDocument, publishedDocument } from './published.ts'
import { readCatalogue } from './read-catalogue.ts'
import { Receipts } from './receipts.ts'
import { ReissueRuns } from './reissue-runs.ts'
import { reservationSettingsOf } from './reservation.ts'
import { Safety } from './safety.ts'
import type { ServiceOptions } from './service-options.ts'
import { type VcApi, vcApiOf } from './vc-api.ts'
import { Wallets } from './wallets.ts'
import { webhooksOf } from './webhooks.ts'

export type { ServiceOptions } from './service-options.ts'

/** A credential that has been issued, with all its forms recorded. */
export type IssuedRecord = CredentialRecord & { readonly signed: string; readonly jwt: string }

/** Everything Colophon does, for the web and the command line alike; the one place that wires the parts. */
export class Service {
  readonly config: Config
  readonly catalogue: Catalogue
  readonly achievements: ReadonlyMap<string, CatalogueAchievement>
  readonly keyring: Keyring
  readonly issuers = new Issuers(this)
  readonly vcApi: VcApi
  readonly eligibility = new EligibilityCredentials(this)
  readonly certificates: Certificates
  readonly safety: Safety
  readonly receiptKeys: ReceiptKeys
  readonly linkSecrets: LinkSecrets
  readonly mail: Mailing
  readonly receipts: Receipts
  readonly previews: Previews
  readonly enrolments: Enrolments
  readonly now: () => Date
  readonly #checking: CheckingSide
  readonly fault: (where: string, thrown: unknown) => void
  readonly pace: (() => Promise<void>) | undefined
  /** Our own address as others reach it, too: {@link verify} reads what is ours from here. */
  readonly outside: FetchDocument
  readonly admissions: Admissions
  readonly lists = listsOf(this)
  readonly corrections = correctionsOf(this)
  readonly drafts = new Drafts(() => this)
  readonly batches = new BatchesUnderWay(() => this)
  readonly participation = new Participation(() => this)
  readonly checkTally = new CheckTally(() => this)
  readonly erasure = new Erasure(this)
  readonly acting = new Acting(this)
  readonly holders = new Holders(() => this)
  readonly operator = new Operator(this)
  readonly inbound = new Inbound(this, (url, options) => this.#checking.fetch(url, options))
  readonly wallets: Wallets
  readonly webhooks: Webhooks
  readonly openId: OpenIdIssuance
  readonly reissues = new ReissueRuns(this)
  readonly #issuing = new IssuingRuns(this)
  readonly #drawn = new Drawn(this)
  #ledger: Ledger | undefined

  constructor(config: Config, options: ServiceOptions = {}) {
    this.config = config
    this.now = options.now ?? (() => new Date())
    this.pace = options.pace
    this.fault = options.onFault ?? (() => undefined)
    this.catalogue = readCatalogue(config.catalogueFile)
    this.achievements = achievementsOf(this.catalogue)
    this.keyring = keyringOf(config, this.catalogue)
    this.safety = new Safety(this)
    this.receiptKeys = new ReceiptKeys(this.keyring.settings)
    this.certificates = new Certificates(this)
    this.linkSecrets = new LinkSecrets(this.keyring.settings)
    this.mail = new Mailing(this)
    this.vcApi = vcApiOf(this)
    this.enrolments = enrolmentsOf(this)
    this.outside = options.fetch ?? fetchPublic
    this.#checking = checkingSideOf(this, this.outside)
    this.admissions = new Admissions(this)
    this.previews = new Previews(this)
    this.wallets = new Wallets(this)
    this.webhooks = webhooksOf(this, options.post)
    this.openId = openIdOf(this)
    const { keyring, receiptKeys, now, catalogue } = this
    const { fetch } = this.#checking
    this.receipts = new Receipts({ keyring, receiptKeys, now, catalogue, fetch })
  }

  /** Opened when first asked for, so that checking a file on a stranger's machine leaves nothing behind there. */
  get ledger(): Ledger {
    this.#ledger ??= this.safety.open()
    return this.#ledger
  }

  get publicUrl(): URL {
    return this.config.publicUrl
  }

  /** Who calls, by the `Authorization` header. @throws Refusal `unauthorised`. */
  recognise(authorization: string | undefined): Caller {
    const { adminToken } = this.config
    const caller = recognise(authorization, { ledger: this.ledger, adminToken })
    nameActor(caller.token)
    return caller
  }

  /** What stands under a path of PUBLIC_URL for machines. */
  published(path: string): Promise<PublishedDocument | undefined> {
    return publishedDocument(path, this)
  }

  checkSettings(): Promise<CheckSettings> {
    return this.#checking.settings()
  }

  /** Checks what somebody handed in; see {@link CheckingSide}. @throws Refusal when no credential can be found in it. */
  verify(bytes: Uint8Array, question: Question = {}): Promise<Checked> {
    return this.#checking.verify(bytes, question)
  }

  /** Checks what stands at an address. @throws Refusal `address-unreachable`, and what {@link verify} refuses. */
  verifyAt(url: URL, question: Question = {}): Promise<Checked> {
    return this.#checking.verifyAt(url, question)
  }

  /** Steps 1 and 2 for a file: what each row earned, reserved; see importCompletions. */
  async import(
    rows: RowSource,
    request: ImportRequest,
    onLine: (report: LineReport) => void,
    onReserved?: (batch: string) => void,
  ): Promise<ImportSummary> {
    return importCompletions(rows, request, {
      settings: {
        ...(await this.reservationSettings(request.language, request.issuer ?? null)),
        mayReissueErased: request.mayReissueErased === true,
      },
      now: this.now,
      letters: this.mail.wantedFor(request.isQuiet === true),
      onLine,
      ...(onReserved ? { onReserved } : {}),
    })
  }

  /**
   * How credentials are reserved, issued by whom the catalogue names or by whoever is asked for.
   *
   * @throws Refusal `partner-unknown`, `key-unusable`.
   */
  reservationSettings(
    language: Language,
    issuer: string | null = null,
  ): Promise<ReservationSettings> {
    return reservationSettingsOf(this, language, issuer)
  }

  /** Steps 3 to 6 for one reservation; see {@link IssuingRuns}. */
  issueReservation(id: string): Promise<CredentialRecord | undefined> {
    return this.#issuing.one(id)
  }

  /** The same for one correction. */
  settleCorrection(id: string): Promise<CorrectionRecord | undefined> {
    return this.#issuing.correction(id)
  }

  /** Steps 3 to 6 for every reservation and correction there is; see {@link IssuingRuns}. */
  issue(onProgress?: (step: IssueStep) => void): Promise<RunProgress> {
    return this.#issuing.run(onProgress)
  }

  /** An issued credential; `undefined` for an unknown id and for one that is not issued, alike. */
  issued(id: string): IssuedRecord | undefined {
    const record = this.ledger.credentials.byId(id)
    return record?.state === 'issued' && record.signed && record.jwt
      ? (record as IssuedRecord)
      : undefined
  }

  /** Whether there was a credential of this id, of which nothing is kept any more. */
  isErased(id: string): boolean {
    return Boolean(this.ledger.credentials.byId(id)?.erasedAt)
  }

  /** One form of an issued credential. @throws Refusal `name-not-printable` (PDF only). */
  artefact(record: IssuedRecord, form: ArtefactForm): Promise<Artefact> {
    return this.#drawn.of(record, form)
  }

  /** Lets go of every file and every card that was drawn. */
  forgetDrawn(): void {
    this.#drawn.forget()
    this.previews.forget()
  }

  /** @throws Refusal `credential-not-found`, `credential-not-issued`, `already-revoked`, `reason-missing`. */
  revoke(id: string, note: string, code: RevocationCode = 'unspecified'): CredentialRecord {
    return revoke(id, { code, note }, this)
  }

  /** Waits for signing, and for a letter, that is under way, then lets the ledger go. */
  async close(): Promise<void> {
    await Promise.all([this.acting.runs.stop(), this.drafts.issued.stop(), this.batches.stop()])
    await Promise.all([this.#issuing.settled(), this.reissues.settled(), this.wallets.settled()])
    await Promise.all([this.mail.stop(), this.webhooks.stop()])
    if (this.#ledger) this.checkTally.write()
    await this.safety.leave(this.#ledger)
  }
}
