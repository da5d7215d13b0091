import type { MailSettings } from '../config/mail-settings.ts'
import { Refusal } from '../errors.ts'
import { ClaimLinks } from '../holder/claims.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import { randomId, timeOrderedKey } from '../ledger/identifiers.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { LettersWanted, Untold } from '../ledger/letters.ts'
import { type MailRecord, mailStates as states } from '../ledger/mails.ts'
import { writeLetter } from '../mail/letter.ts'
import { buildMessage, deliverable } from '../mail/message.ts'
import { LetterSending, type Sent } from '../mail/send-letters.ts'
import type { LinkSecrets } from '../proof/link-secrets.ts'
import { type Bounced, markBounced } from './bounces.ts'
import { letterFacts } from './letter-facts.ts'

export type { MailRecord, MailState } from '../ledger/mails.ts'

export const mailStates = states

export interface MailWorld {
  readonly config: { readonly mail: MailSettings | null }
  readonly ledger: Ledger
  readonly linkSecrets: LinkSecrets
  readonly catalogue: Catalogue
  readonly publicUrl: URL
  readonly now: () => Date
  readonly fault: (where: string, thrown: unknown) => void
}

const dayMs = 24 * 60 * 60 * 1_000
/** What one learner is sent a day of links that anybody may ask for. */
const linksPerDay = 5
const learnersPerTransaction = 200

/** Letters to learners: what is to be told, put in line durably, and sent once. */
export class Mailing {
  readonly claims: ClaimLinks
  readonly #world: MailWorld
  #sending: LetterSending | undefined

  constructor(world: MailWorld) {
    this.#world = world
    this.claims = new ClaimLinks(() => world)
  }

  /** Whether letters are sent at all, by SMTP_URL. */
  get isOn(): boolean {
    return this.#world.config.mail !== null
  }

  /** What a batch that begins now is marked with. */
  wantedFor(isQuiet: boolean): LettersWanted {
    return this.isOn && !isQuiet ? 'wanted' : 'links'
  }

  #add(mail: Pick<MailRecord, 'kind' | 'about' | 'learner' | 'language'>): void {
    const { ledger, now } = this.#world
    const at = now()
    const createdAt = at.toISOString()
    ledger.mails.add({ ...mail, id: randomId(), rowKey: timeOrderedKey(at), createdAt })
  }

  #tell({ learner, mayBeWritten, language }: Untold, batch: string, letters: LettersWanted): void {
    this.claims.makeFor(batch, learner)
    if (letters === 'wanted' && mayBeWritten)
      this.#add({ kind: 'claim', about: batch, learner, language })
  }

  /**
   * Gives every learner whose credentials of a batch are all signed a link, and puts the letter in line where one is
   * wanted. What is missing is read from what is recorded, so that nothing a crash cut short is forgotten, and nothing
   * is done twice. Returns how many learners were new.
   */
  enqueueIssued(): number {
    const { ledger, now } = this.#world
    let count = 0
    for (const { id, letters } of ledger.letters.openBatches(now())) {
      for (;;) {
        const told = ledger.transaction(() => {
          const untold = ledger.letters.untold(id, letters, learnersPerTransaction)
          for (const each of untold) this.#tell(each, id, letters)
          if (untold.length === 0) ledger.letters.closeIfTold(id)
          return untold.length
        })
        count += told
        if (told === 0) break
      }
    }
    if (count > 0) this.#sending?.wake()
    return count
  }

  /** Writes to the learners of a batch after all that was imported without letters. */
  writeToBatch(batch: string): number {
    this.#world.ledger.letters.setWanted(batch, this.wantedFor(false))
    return this.enqueueIssued()
  }

  /**
   * Sends a learner a new link, and ends the older ones. Does nothing for whoever has no address, was erased, or was
   * sent five within a day; `false` then. The caller's answer should be the same.
   */
  enqueueLink(learner: string): boolean {
    const { ledger, now } = this.#world
    const addressee = ledger.letters.addressee(learner)
    if (!this.isOn || !addressee?.email) return false
    const since = new Date(now().getTime() - dayMs).toISOString()
    const newest = ledger.letters.newestOf(learner)
    const record = newest ? ledger.credentials.byId(newest) : undefined
    if (!record) return false
    const language = addressee.language ?? record.language
    const isDone = ledger.transaction(() => {
      if (ledger.mails.linksSince(learner, since) >= linksPerDay) return false
      const { id } = this.claims.makeNew(learner)
      this.#add({ kind: 'new-link', about: id, learner, language })
      return true
    })
    this.#sending?.wake()
    return isDone
  }

  /**
   * Writes to a learner again with a new link, which ends the older ones, within the caller's transaction; the id of the
   * link. To be woken afterwards.
   *
   * @throws Refusal `learner-not-found` where there is no address any more.
   */
  sendAgain(learner: string): string {
    const { ledger } = this.#world
    const addressee = ledger.letters.addressee(learner)
    const newest = ledger.letters.newestOf(learner)
    const record = newest ? ledger.credentials.byId(newest) : undefined
    if (!addressee?.email || !record)
      throw new Refusal('learner-not-found', 'There is nobody to write to any more')
    const { id } = this.claims.makeNew(learner)
    const language = addressee.language ?? record.language
    this.#add({ kind: 'new-link', about: id, learner, language })
    return id
  }

  /** Letters may be in line: looks at once. */
  wake(): void {
    this.#sending?.wake()
  }

  /** A new link for an operator to hand over in another way; older ones are over. */
  newLink(learner: string): { readonly url: string; readonly expiresAt: string } {
    const { id, expiresAt } = this.#world.ledger.transaction(() => this.claims.makeNew(learner))
    return { url: this.claims.urlOf(id), expiresAt }
  }

  /** The secret of a link for a learner who is there at this moment, good for 15 minutes; the others go on. */
  briefLink(learner: string): string {
    const { id } = this.#world.ledger.transaction(() => this.claims.makeBrief(learner))
    return new URL(this.claims.urlOf(id)).pathname.slice('/claim/'.length)
  }

  /** Tells a learner that a correction was made. Within the caller's transaction, so that neither is there without the other. */
  enqueueCorrected(correction: string): void {
    const { ledger } = this.#world
    const corrected = ledger.letters.corrected(correction)
    const record = corrected && ledger.credentials.byId(corrected.credential)
    const addressee = record && ledger.letters.addressee(record.learner)
    if (!this.isOn || !record || !addressee?.email) return
    const { learner } = record
    this.claims.makeFor(correction, learner)
    const language = addressee.language ?? record.language
    this.#add({ kind: 'corrected', about: correction, learner, language })
  }

  async #compose(mail: MailRecord, { from }: MailSettings) {
    const { publicUrl, now, catalogue } = this.#world
    const { ledger } = this.#world
    const addressed = letterFacts(mail, { ledger, catalogue, publicUrl, claims: this.claims })
    if ('instead' in addressed) return addressed
    const to = deliverable(addressed.email)
    if (!to) return { instead: 'the address is no address' }
    const letter = writeLetter(addressed.facts)
    const issuer = catalogue.issuer.name
    return buildMessage(letter, { id: mail.id, to, sender: from, issuer, publicUrl, now: now() })
  }

  #sender(): LetterSending | undefined {
    const { config, now, fault, publicUrl } = this.#world
    const { mail } = config
    if (!mail) return undefined
    this.#sending ??= new LetterSending({
      mail,
      ledger: () => this.#world.ledger,
      now,
      name: publicUrl.hostname,
      compose: (record) => this.#compose(record, mail),
      fault,
    })
    return this.#sending
  }

  /** Sends from now on, in the background, whatever is due, until {@link stop}. */
  start(): void {
    this.#sender()?.start()
  }

  /** Sends what is due by now; `undefined` where no server is set. */
  async sendDue(onSent?: (so: Readonly<Sent>) => void): Promise<Sent | undefined> {
    return this.#sender()?.sendDue(onSent)
  }

  /** Begins no further letter and waits for the answer to the one under way. */
  async stop(): Promise<void> {
    await this.#sending?.stop()
  }

  /** Puts a letter in line again that was refused or is unclear; `false` for any other. */
  retry(id: string): boolean {
    const { ledger, now } = this.#world
    return ledger.mails.retry(id, now().toISOString())
  }

  /** Marks the letters that a delivery status notification tells of; see {@link markBounced}. */
  bounced(message: string): Bounced | undefined {
    return markBounced(message, this.#world)
  }
}
