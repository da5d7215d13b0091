import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'colophon-seals-'))
let count = 0

export const passphrase = 'correct horse'

interface SealChoices {
  readonly subject?: string
  readonly key?: readonly string[]
  readonly days?: number
}

/** A PKCS#12 file made with the openssl of the machine. */
export function makeP12({
  subject = '/CN=Sample Academy e-seal/O=Sample Academy',
  key = ['rsa:2048'],
  days = 30,
}: SealChoices = {}): Buffer {
  const path = (name: string) => join(folder, `${count}.${name}`)
  count += 1
  const [kind = '', ...options] = key
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { stdio: 'ignore' })
  const made = ['-keyout', path('key'), '-out', path('crt')]
  openssl(
    'req',
    '-x509',
    '-utf8',
    '-newkey',
    kind,
    ...options,
    '-nodes',
    ...made,
    '-days',
    `${days}`,
    '-subj',
    subject,
  )
  writeFileSync(path('pass'), passphrase)
  const input = ['-inkey', path('key'), '-in', path('crt')]
  openssl('pkcs12', '-export', ...input, '-out', path('p12'), '-passout', `file:${path('pass')}`)
  return readFileSync(path('p12'))
}

/** The path of one, for a setting. */
export function p12File(choices: SealChoices = {}): string {
  const path = join(folder, `file-${count}.p12`)
  writeFileSync(path, makeP12(choices), { mode: 0o600 })
  return path
}
