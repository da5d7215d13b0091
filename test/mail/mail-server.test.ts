import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { selfSigned } from '../support/certificate.ts'
import { colophon } from '../support/command-line.ts'
import { importLearners } from '../support/importing.ts'
import { type MailRules, openMailServer } from '../support/mail-server.ts'
import { openWorkshop, publicUrl } from '../support/workshop.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})

async function sentThrough(
  url: (port: number) => string,
  options: Parameters<typeof openMailServer>[1],
  { email = 'maria@example.org', rules = {} as MailRules } = {},
) {
  const server = await openMailServer(rules, options)
  open.push(server)
  const env = { SMTP_URL: url(server.port), MAIL_FROM: 'office@example.org' }
  const workshop = await openWorkshop({ env })
  open.push(workshop)
  await importLearners(workshop.service, [{ email, name: 'Maria' }])
  const so = await workshop.service.mail.sendDue()
  const [mail] = workshop.service.ledger.mails.list({}, 1)
  return { server, so, mail }
}

describe('a mail server', () => {
  test('on this machine is spoken to by TLS where it offers that, and signed in to', async () => {
    const { server, so } = await sentThrough(
      (port) => `smtp://colophon:p%40ss%2Fword@127.0.0.1:${port}`,
      { password: 'p@ss/word' },
    )
    expect(so?.sent).toBe(1)
    expect(server.arrived[0]).toMatchObject({ isTls: true, user: 'colophon' })
  })

  test('that refuses the password lets all wait, and the password is told to nobody', async () => {
    const { server, so, mail } = await sentThrough(
      (port) => `smtp://colophon:hush-hush@127.0.0.1:${port}`,
      { password: 'another' },
    )
    expect(so).toMatchObject({ sent: 0, later: 1 })
    expect(server.arrived).toEqual([])
    expect(mail).toMatchObject({ state: 'waiting', replyCode: 535 })
    expect(JSON.stringify(mail)).not.toContain('hush')
  })

  test('that begins with TLS, and has a certificate of nobody known, is sent nothing', async () => {
    const { server, so, mail } = await sentThrough((port) => `smtps://localhost:${port}`, {
      secure: true,
    })
    expect([so?.later, server.arrived.length]).toEqual([1, 0])
    expect(mail?.reply).toMatch(/certificate/i)
  })

  test('elsewhere that cannot do TLS is sent nothing', async () => {
    const plain = { hideSTARTTLS: true, disabledCommands: ['STARTTLS', 'AUTH'] }
    const { server, so, mail } = await sentThrough((port) => `smtp://0.0.0.0:${port}`, plain)
    expect([so?.sent, so?.later, server.arrived.length]).toEqual([0, 1, 0])
    expect(mail?.state).toBe('waiting')
    const other = await sentThrough((port) => `smtp://0.0.0.0:${port}?tls=none`, plain)
    expect(other.so?.sent).toBe(1)
  })

  test('elsewhere with a certificate that does not hold is sent nothing', async () => {
    const { server, mail } = await sentThrough((port) => `smtp://0.0.0.0:${port}`, {})
    expect(server.arrived).toEqual([])
    expect(mail?.reply).toMatch(/certificate/i)
  })

  test('takes an address in other letters before the @ where it can, else the letter is refused', async () => {
    const email = 'μαρία@example.org'
    const can = await sentThrough((port) => `smtp://127.0.0.1:${port}`, {}, { email })
    expect(can.server.arrived.map(({ to }) => to)).toEqual([email])
    const cannot = await sentThrough(
      (port) => `smtp://127.0.0.1:${port}`,
      { hideSMTPUTF8: true },
      { email },
    )
    expect([cannot.so?.refused, cannot.server.arrived.length]).toEqual([1, 0])
    expect(cannot.mail).toMatchObject({ replyCode: 553 })
  })

  test('is asked for what it said without whom it was about', async () => {
    const email = 'maria.pappa@example.org'
    const text =
      '5.1.1 <maria.pappa@example.org>: maria.pappa unknown; see maria.pappa=40example.org \u0007'
    const rules = { recipient: () => ({ code: 550, text: text + 'x'.repeat(300) }) }
    const { mail } = await sentThrough((port) => `smtp://127.0.0.1:${port}`, {}, { email, rules })
    expect(mail?.state).toBe('refused')
    expect(mail?.reply).not.toMatch(/maria|pappa|@/)
    expect(mail?.reply).toContain('5.1.1')
    expect(mail?.reply?.length).toBeLessThanOrEqual(200)
  })
})

describe('a mail server that begins with TLS, of an authority that the operator named', () => {
  const password = 'p@ss/word'

  /** One letter, sent by the command with the certificate of the server in NODE_EXTRA_CA_CERTS. */
  async function sentWithTrust(certificateFor: string) {
    const { cert, key } = selfSigned([certificateFor])
    const server = await openMailServer({}, { secure: true, cert, key, password })
    open.push(server)
    const env = {
      SMTP_URL: `smtps://colophon:${encodeURIComponent(password)}@localhost:${server.port}`,
      MAIL_FROM: 'office@example.org',
    }
    const workshop = await openWorkshop({ env })
    open.push(workshop)
    await importLearners(workshop.service, [{ email: 'maria@example.org', name: 'Maria' }])
    const authorities = join(workshop.dataDir, 'authorities.pem')
    writeFileSync(authorities, cert)
    const started = { ...env, PUBLIC_URL: publicUrl, DATA_DIR: workshop.dataDir }
    const { out } = await colophon(['mail', 'send', '--json'], {
      env: { ...started, NODE_EXTRA_CA_CERTS: authorities },
    })
    const [mail] = workshop.service.ledger.mails.list({}, 1)
    return { server, so: JSON.parse(out) as Record<string, unknown>, mail }
  }

  test('takes letters, and the password only beneath TLS', async () => {
    const { server, so, mail } = await sentWithTrust('localhost')
    expect(so).toMatchObject({ sent: 1, later: 0 })
    expect(mail?.state).toBe('sent')
    expect(server.arrived).toMatchObject([
      { to: 'maria@example.org', isTls: true, user: 'colophon' },
    ])
  })

  test('is sent nothing when its certificate is for another name', async () => {
    const { server, so, mail } = await sentWithTrust('mail.example.org')
    expect(so).toMatchObject({ sent: 0, later: 1 })
    expect(server.arrived).toEqual([])
    expect(mail).toMatchObject({ state: 'waiting', reply: expect.stringMatching(/altname/i) })
  })
})
