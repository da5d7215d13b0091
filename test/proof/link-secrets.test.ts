import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { LinkSecrets } from '../../src/proof/link-secrets.ts'

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'colophon-links-'))
  folders.push(made)
  return join(made, 'keys')
}
const secretsIn = (keysDir: string, isProduction = false) =>
  new LinkSecrets({ keysDir, isProduction })

afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true })
})

describe('secrets of links', () => {
  test('are the same after a restart, and different for each id, purpose and service', () => {
    const keysDir = folder()
    const one = secretsIn(keysDir)
    const all = [
      one.of('claim', 'a'),
      one.of('claim', 'b'),
      one.of('wallet-code', 'a'),
      secretsIn(folder()).of('claim', 'a'),
    ]
    expect(new Set(all).size).toBe(4)
    expect(all.every((secret) => /^[0-9a-z]{26}$/.test(secret))).toBe(true)
    expect(secretsIn(keysDir).of('claim', 'a')).toBe(all[0])
  })

  test('are told from others, whatever is handed in', () => {
    const secrets = secretsIn(folder())
    expect(secrets.is('claim', 'a', secrets.of('claim', 'a'))).toBe(true)
    for (const wrong of ['', 'ü', secrets.of('claim', 'b'), secrets.of('wallet-code', 'a')])
      expect(secrets.is('claim', 'a', wrong)).toBe(false)
  })

  test('rest on one file that nobody else reads, and nothing is left beside it', () => {
    const keysDir = folder()
    secretsIn(keysDir).of('claim', 'a')
    expect(readdirSync(keysDir)).toEqual(['links.key'])
    expect(statSync(join(keysDir, 'links.key')).mode & 0o777).toBe(0o600)
  })

  test('are refused in production when others can read the file, and when it holds no key', () => {
    const keysDir = folder()
    const path = join(keysDir, 'links.key')
    secretsIn(keysDir).of('claim', 'a')
    chmodSync(path, 0o644)
    expect(() => secretsIn(keysDir, true).of('claim', 'a')).toThrow(
      expect.objectContaining({ code: 'key-permissions' }),
    )
    writeFileSync(path, 'short\n', { mode: 0o600 })
    expect(() => secretsIn(keysDir).of('claim', 'a')).toThrow(
      expect.objectContaining({ code: 'key-unusable' }),
    )
  })
})
