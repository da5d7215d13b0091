import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readBounces } from '../../src/mail/bounce.ts'
import { messageIdOf } from '../../src/mail/message.ts'
import { impersonal } from '../../src/mail/reply.ts'
import { colophon } from '../support/command-line.ts'
import { importLearners } from '../support/importing.ts'
import { type MailServerOfTests, openMailServer } from '../support/mail-server.ts'
import { openWorkshop, publicUrl } from '../support/workshop.ts'

interface Told {
  readonly messageId?: string
  readonly recipient?: string
  readonly action?: string
}

/** As postfix writes it. */
const notification = ({
  messageId = '<x@elsewhere.org>',
  recipient = 'gone@example.org',
  action = 'failed',
}: Told = {}) =>
  `From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="4ABC.1700000000/mx.example.net"

This is a MIME-encapsulated message.

--4ABC.1700000000/mx.example.net
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--4ABC.1700000000/mx.example.net
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
Arrival-Date: Fri, 27 Nov 2026 08:00:00 +0000 (UTC)

Final-Recipient: rfc822; ${recipient}
Original-Recipient: rfc822;${recipient}
Action: ${action}
Status: 5.1.1
Remote-MTA: dns; mail.example.org
Diagnostic-Code: smtp; 550 5.1.1 <${recipient}>: Recipient address rejected:
    User unknown

--4ABC.1700000000/mx.example.net
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

From: Office <office@example.org>
Message-ID:
 ${messageId}
Subject: Your certificate

--4ABC.1700000000/mx.example.net--
`

describe('a delivery status notification', () => {
  test.each(['\n', '\r\n'])('is read, with lines that end in %j', (end) => {
    expect(readBounces(notification().replaceAll('\n', end))).toEqual([
      {
        messageId: '<x@elsewhere.org>',
        recipient: 'gone@example.org',
        action: 'failed',
        status: '5.1.1',
        diagnostic: '550 5.1.1 <gone@example.org>: Recipient address rejected: User unknown',
      },
    ])
  })

  test.each([
    '',
    'hello',
    'Content-Type: multipart/report; boundary="x"\n\n--x\n\nnothing\n--x--\n',
    'Content-Type: multipart/report; boundary="x"\n\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n--x--\n',
    `Content-Type: multipart/mixed; boundary="x"\n\n${'--x\nContent-Type: multipart/mixed; boundary="x"\n\n'.repeat(5_000)}`,
  ])('is told from what is none', (text) => expect(readBounces(text)).toEqual([]))
})

describe('a notification made to take up time', () => {
  const report = (text: string) => `Content-Type: message/delivery-status\n\n${text}`
  const failed = 'Action: failed\nFinal-Recipient: rfc822; a@b.org\n'

  test.each([
    ['one word without end', report(`${failed}Diagnostic-Code: smtp; ${'a'.repeat(4_000_000)}`)],
    ['fields without end', report(`${failed}${'a:\n'.repeat(5_000_000)}`)],
    ['folds without end', report(`${failed}a: b${'\n '.repeat(7_000_000)}`)],
  ])('by %s is read all the same', (_, text) => {
    const begun = performance.now()
    const [bounce] = readBounces(text)
    impersonal(bounce?.diagnostic ?? '', bounce?.recipient ?? '')
    expect(bounce?.action).toBe('failed')
    expect(performance.now() - begun).toBeLessThan(5_000)
  })

  test('by recipients without end is read of the first few', () => {
    expect(readBounces(report(`${failed}\n`.repeat(100_000))).length).toBeLessThan(100)
  })

  test('by a long answer shows nobody, not even where it is cut', () => {
    const told = `${`no ${'x'.repeat(170)}@example.org, `.repeat(10)}maria.rossi@example.org`
    for (const before of Array.from({ length: 60 }, (_, n) => 'y '.repeat(n)))
      expect(impersonal(before + told, '')).not.toMatch(/xx|maria|rossi/)
    expect(impersonal('x'.repeat(1_000_000), '')).toBe('')
  })
})

describe('a letter that comes back', () => {
  let server: MailServerOfTests
  let workshop: Awaited<ReturnType<typeof openWorkshop>>
  let env: Record<string, string>
  beforeAll(async () => {
    server = await openMailServer()
    const mail = { SMTP_URL: server.url, MAIL_FROM: 'office@example.org', MAIL_PER_MINUTE: '60000' }
    workshop = await openWorkshop({ env: mail })
    env = { ...mail, PUBLIC_URL: publicUrl, DATA_DIR: workshop.dataDir }
    const emails = ['gone@example.org', 'other@example.org', 'third@example.org']
    await importLearners(
      workshop.service,
      emails.map((email) => ({ email, name: 'Somebody' })),
    )
    await workshop.service.mail.sendDue()
  })
  afterAll(async () => {
    await workshop.close()
    await server.close()
  })
  const idTo = (address: string) => workshop.service.ledger.mails.lastSentTo(address, '')?.id ?? ''
  const stateOf = (id: string) => workshop.service.ledger.mails.byId(id)

  test('is found by its Message-ID, and what was said of it is kept without its address', () => {
    const id = idTo('gone@example.org')
    const messageId = messageIdOf(id, new URL(publicUrl))
    const message = notification({ messageId, recipient: 'forwarded@elsewhere.org' })
    expect(workshop.service.mail.bounced(message)).toEqual({ refused: [id], unknown: 0 })
    expect(stateOf(id)).toMatchObject({ state: 'refused', replyCode: 550 })
    expect(stateOf(id)?.reply).toContain('Recipient address rejected')
    expect(stateOf(id)?.reply).not.toContain('elsewhere')
  })

  test('is found by the address where a server gave it another Message-ID', () => {
    const id = idTo('other@example.org')
    const told = workshop.service.mail.bounced(notification({ recipient: 'Other@example.org' }))
    expect(told).toEqual({ refused: [id], unknown: 0 })
  })

  test('is not marked when it is only late, or nobody of ours', () => {
    const id = idTo('third@example.org')
    const late = notification({ recipient: 'third@example.org', action: 'delayed' })
    expect(workshop.service.mail.bounced(late)).toEqual({ refused: [], unknown: 0 })
    expect(stateOf(id)?.state).toBe('sent')
    const stranger = notification({ recipient: 'stranger@example.org' })
    expect(workshop.service.mail.bounced(stranger)).toEqual({ refused: [], unknown: 1 })
  })

  test('can be handed to the command line, listed and sent again', async () => {
    const id = idTo('third@example.org')
    const file = join(workshop.dataDir, 'bounce.eml')
    writeFileSync(file, notification({ recipient: 'third@example.org' }))
    const bounced = await colophon(['mail', 'bounced', file], { env })
    expect([bounced.code, bounced.out]).toEqual([0, `${id} came back\n`])
    writeFileSync(file, 'Subject: hello\n\nA question')
    expect((await colophon(['mail', 'bounced', file], { env })).code).toBe(64)
    const list = await colophon(['mail', 'list', '--state', 'refused', '--json'], { env })
    expect(JSON.parse(list.out)).toMatchObject({ counts: { refused: 3 } })
    expect(list.out).not.toContain('third@')
    expect((await colophon(['mail', 'retry', id], { env })).code).toBe(0)
    const sent = await colophon(['mail', 'send'], { env })
    expect([sent.code, sent.out]).toEqual([0, '1 sent, 0 refused, 0 unclear, 0 waiting\n'])
    expect((await colophon(['mail', 'retry', id], { env })).code).toBe(1)
    expect((await colophon(['mail', 'list', '--state', 'lost'], { env })).code).toBe(64)
  }, 240_000)
})
