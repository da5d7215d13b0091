import type { DecisionView } from '../admission/decision-view.ts'
import {
  issueReceipt,
  type ReceiptReading,
  type ReceiptSettings,
  readReceipt,
  receiptOfDecision,
  receiptOfReport,
} from '../admission/receipts.ts'
import type { Received } from '../checking/receiving/received.ts'
import type { FetchDocument } from '../checking/remote.ts'
import type { Report } from '../checking/report.ts'
import { drawReceipt } from '../documents/receipt-sheet.ts'
import { Refusal } from '../errors.ts'
import type { Language } from '../language.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import type { ReceiptKeys } from '../proof/receipt.ts'
import type { Keyring } from './keyring.ts'

/** What the receipts of a service need of it. */
export interface ReceiptParts {
  readonly keyring: Keyring
  readonly receiptKeys: ReceiptKeys
  readonly catalogue: Catalogue
  readonly now: () => Date
  readonly fetch: FetchDocument
}

/** Receipts for people's files: made of what this service found, read whoever made them. */
export class Receipts {
  readonly #parts: ReceiptParts

  constructor(parts: ReceiptParts) {
    this.#parts = parts
  }

  async #settings(): Promise<ReceiptSettings> {
    const { keyring, receiptKeys, now, fetch } = this.#parts
    const { issuer } = await keyring.current()
    return { issuer, keys: receiptKeys, now, fetch }
  }

  /** A compact JWS of what a check found. @throws Refusal `key-unusable`. */
  async ofReport(report: Report, received: Received): Promise<string> {
    return issueReceipt(receiptOfReport(report, received), await this.#settings())
  }

  /** A compact JWS of a stored decision, with names in this language. @throws Refusal `key-unusable`. */
  async ofView(view: DecisionView, language: Language): Promise<string> {
    const { specializations } = this.#parts.catalogue
    const specialization = specializations.find(({ id }) => id === view.specialization)
    return issueReceipt(
      receiptOfDecision(view, { specialization, language }),
      await this.#settings(),
    )
  }

  /** What a receipt is, whoever made it; `undefined` for a text that is none. */
  async read(token: string): Promise<ReceiptReading | undefined> {
    return readReceipt(token, await this.#settings())
  }

  /**
   * A receipt of ours as a PDF with the JWS attached.
   *
   * @throws Refusal `bad-request` for any other text, `name-not-printable`.
   */
  async pdf(token: string, language: Language): Promise<Uint8Array> {
    const reading = await this.read(token)
    if (!reading?.isOwn || reading.genuine !== 'yes')
      throw new Refusal('bad-request', 'This is no receipt of this service')
    return drawReceipt(reading.claims, token, language)
  }
}
