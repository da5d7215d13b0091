import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { MailServer } from '../config/mail-settings.ts'
import type { Message } from './message.ts'

/**
 * How handing a letter over ended. `later`: refused for now, or never begun. `unclear`: the whole letter may be there,
 * and nobody said so. `server`: not this letter but the server or our settings are at fault.
 */
export interface Exchanged {
  readonly outcome: 'sent' | 'refused' | 'later' | 'unclear' | 'server'
  readonly code: number | null
  readonly reply: string
}

interface SmtpFault extends Error {
  readonly code?: string
  readonly responseCode?: number
  readonly response?: string
  readonly command?: string
}

const second = 1_000
const connectMs = 30 * second
// RFC 5321 §4.5.3.2: a server that looks a letter over may take minutes before it answers.
const answerMs = 5 * 60 * second
// Shorter than the lease in the ledger: whoever waits longer has lost the letter to others.
const exchangeMs = 6 * 60 * second
const lettersPerConnection = 100

const noUtf8 = 'our mail server takes no address with letters like these before the @ (SMTPUTF8)'

const isAscii = (text: string) => /^[\x20-\x7E]*$/.test(text)

function faultOf({ code = '', responseCode, response, message }: SmtpFault) {
  const reply = response ?? `${code} ${message}`.trim()
  return { code: responseCode ?? null, reply }
}

/** RFC 5321 §4.2.1: 5yz will not do better next time; 503 only says that the session went wrong. */
const isForGood = (code = 0) => code >= 500 && code < 600 && code !== 503

/** What a fault of an exchange says of its letter; `hasBegun` once the text of the letter was on its way. */
export function judged(fault: SmtpFault, hasBegun: boolean, usesUtf8: boolean): Exchanged {
  const { responseCode, command = '' } = fault
  if (responseCode === undefined)
    return { outcome: hasBegun ? 'unclear' : 'later', ...faultOf(fault) }
  // Whom the letters are from concerns all of them, unless it is refused for what this one needs.
  if (command === 'MAIL FROM' && !usesUtf8) return { outcome: 'server', ...faultOf(fault) }
  return { outcome: isForGood(responseCode) ? 'refused' : 'later', ...faultOf(fault) }
}

function optionsFor({ host, port, tls }: MailServer, name: string): SMTPConnection.Options {
  return {
    host,
    port,
    name,
    secure: tls === 'first',
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'none',
    opportunisticTLS: tls === 'offered',
    // On this machine nobody listens in, and certificates there are rarely real ones.
    tls: { rejectUnauthorized: tls !== 'offered', minVersion: 'TLSv1.2' },
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: answerMs,
    logger: false,
  }
}

/** One connection to the mail server, opened when needed and used for many letters, one after another. */
export class Exchange {
  readonly #server: MailServer
  readonly #name: string
  #connection: SMTPConnection | undefined
  #used = 0
  #takesUtf8 = false
  #giveUp: () => void = () => undefined

  /** @param name how we greet the server. */
  constructor(server: MailServer, name: string) {
    this.#server = server
    this.#name = name
  }

  /** Connects and signs in where that is not done; `undefined` once letters can be handed over. */
  async open(): Promise<Exchanged | undefined> {
    if (this.#connection && this.#used >= lettersPerConnection) this.close()
    if (this.#connection) return undefined
    try {
      this.#connection = await this.#connect()
      this.#used = 0
      return undefined
    } catch (thrown) {
      return { outcome: 'server', ...faultOf(thrown as SmtpFault) }
    }
  }

  #connect(): Promise<SMTPConnection> {
    const { user, password } = this.#server
    const connection = new SMTPConnection(optionsFor(this.#server, this.#name))
    return new Promise<SMTPConnection>((resolve, reject) => {
      const fail = (thrown: Error) => {
        reject(thrown)
        connection.close()
      }
      connection.on('error', fail)
      connection.once('end', () => {
        if (this.#connection === connection) this.#connection = undefined
        reject(new Error('the server closed the connection'))
      })
      connection.connect((refused) => {
        if (refused) return fail(refused)
        // The answer to EHLO, in which the server names what it can do.
        this.#takesUtf8 = /^250[ -]SMTPUTF8\b/im.test(String(connection.lastServerResponse))
        if (user === null) return resolve(connection)
        connection.login({ user, pass: password ?? '' }, (denied) =>
          denied ? fail(denied) : resolve(connection),
        )
      })
    })
  }

  /** Hands a letter over; only after {@link open}. Never throws. */
  async send({ envelope, bytes }: Message): Promise<Exchanged> {
    const connection = this.#connection
    if (!connection) return { outcome: 'later', code: null, reply: 'the connection was lost' }
    const usesUtf8 = !isAscii(envelope.to)
    if (usesUtf8 && !this.#takesUtf8) return { outcome: 'refused', code: 553, reply: noUtf8 }
    this.#used += 1
    let hasBegun = false
    const body = Readable.from(
      (async function* () {
        hasBegun = true
        yield bytes
      })(),
    )
    let deadline: NodeJS.Timeout | undefined
    try {
      const info = await new Promise<SMTPConnection.SentMessageInfo>((resolve, reject) => {
        this.#giveUp = () => reject(new Error('no answer in time'))
        deadline = setTimeout(this.#giveUp, exchangeMs)
        const to = { from: envelope.from, to: [envelope.to], size: bytes.length }
        connection.send(to, body, (fault, sent) => (fault ? reject(fault) : resolve(sent)))
      })
      return { outcome: 'sent', code: 250, reply: info.response }
    } catch (thrown) {
      const answer = judged(thrown as SmtpFault, hasBegun, usesUtf8)
      // After a refusal the session goes on; after anything else nobody knows where it stands.
      if (answer.code === null || !(await this.#reset(connection))) {
        this.#connection = undefined
        connection.close()
      }
      return answer
    } finally {
      clearTimeout(deadline)
    }
  }

  #reset(connection: SMTPConnection): Promise<boolean> {
    return new Promise((resolve) => {
      connection.once('end', () => resolve(false))
      connection.reset((fault) => resolve(!fault))
    })
  }

  /** Waits no longer for the answer to the letter that is under way. */
  giveUp(): void {
    this.#giveUp()
  }

  /** Says goodbye where nothing is under way. */
  close(): void {
    const connection = this.#connection
    this.#connection = undefined
    if (connection && !connection.destroyed) connection.quit()
  }
}
