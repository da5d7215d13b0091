import { domainToASCII } from 'node:url'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Sender } from '../config/mail-settings.ts'
import type { Letter } from './letter.ts'
import { letterHtml } from './letter-html.ts'
import { letterText } from './letter-text.ts'

export interface Envelope {
  readonly from: string
  readonly to: string
}

export interface Message {
  readonly envelope: Envelope
  readonly bytes: Buffer
}

/** Where a letter may go, with the domain as mail servers know it; `undefined` for what is no single address. */
export function deliverable(email: string): string | undefined {
  const [, local = '', domain = ''] =
    /^([^\s@<>(),;:"\\\p{C}]+)@([^\s@<>(),;:"\\\p{C}]+)$/u.exec(email) ?? []
  const host = domainToASCII(domain)
  return local !== '' && host !== '' ? `${local}@${host}` : undefined
}

/** Stable, so that a letter which reached somebody twice after all is shown once by programs that look. */
export const messageIdOf = (id: string, publicUrl: URL) => `<${id}@${publicUrl.hostname}>`

/** The id of the letter that a Message-ID of ours names. */
export const letterOfMessageId = (messageId: string, publicUrl: URL) => {
  const [, id, host] = /^<([0-9a-z]{26})@([^<>\s]+)>$/.exec(messageId) ?? []
  return host === publicUrl.hostname ? id : undefined
}

export interface Posting {
  /** Of the letter. */
  readonly id: string
  /** As {@link deliverable} gave it. */
  readonly to: string
  readonly sender: Sender
  readonly issuer: string
  readonly publicUrl: URL
  readonly now: Date
}

/**
 * A letter as it is handed over (RFC 5322). No name of a learner stands in its header, and what stands there of the
 * catalogue is encoded, so nothing can end a line and begin another field.
 */
export async function buildMessage(letter: Letter, posting: Posting): Promise<Message> {
  const { id, to, sender, issuer, publicUrl, now } = posting
  const composer = new MailComposer({
    from: { name: sender.name ?? issuer, address: sender.address },
    to: { name: '', address: to },
    subject: letter.subject.replace(/[\p{Cc}\s]+/gu, ' '),
    messageId: messageIdOf(id, publicUrl),
    date: now,
    text: letterText(letter),
    html: letterHtml(letter),
    headers: {
      'Content-Language': letter.language,
      // RFC 3834: no holiday answers. The second is what Exchange heeds.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const bytes = await composer.compile().build()
  return { envelope: { from: sender.address, to }, bytes }
}
