import type { Command } from 'commander'
import type { IssuerKey } from '../proof/issuer-keys.ts'
import { makeMissingKeys, retireKey, rotateKeys } from '../proof/issuer-keys.ts'
import type { Define } from './command.ts'

const keyLine = ({ kid, algorithm, state, created }: IssuerKey) =>
  `${kid}  ${algorithm.padEnd(7)}  ${state.padEnd(11)}  ${created.slice(0, 10)}`

/** `keygen` and `keys list|rotate|retire`. */
export function keyCommands(program: Command, define: Define): void {
  define(program, 'keygen', 'make the signing keys that are missing').run(
    async ({ service, output }) => {
      const { settings } = service.keyring
      const made = await makeMissingKeys(settings, service.now())
      const { issuer } = await service.keyring.current()
      const lines = made.map((key) => `made ${key.kid} (${key.algorithm}) in ${settings.keysDir}`)
      output.result({ issuer, made: made.map((key) => key.kid) }, [
        ...(lines.length > 0 ? lines : ['all keys are there already']),
        `issuer ${issuer}`,
      ])
      return 0
    },
  )

  const keys = program.command('keys').description('look after the signing keys').exitOverride()

  define(keys, 'list', 'show every key and its state').run(async ({ service, output }) => {
    const { all, issuer } = await service.keyring.current()
    const shown = all.map(({ kid, algorithm, state, created, changed }) => ({
      kid,
      algorithm,
      state,
      created,
      changed,
    }))
    output.result({ issuer, keys: shown }, all.map(keyLine))
    return 0
  })

  define(keys, 'rotate', 'put new keys in place of the active ones, which go on verifying').run(
    async ({ service, output }) => {
      const made = await rotateKeys(service.keyring.settings, service.now())
      output.result(
        { made: made.map((key) => key.kid) },
        made.map((key) => `made ${key.kid} (${key.algorithm}); the key before it still verifies`),
      )
      return 0
    },
  )

  const retire = define(
    keys,
    'retire <kid>',
    'stop signing with a key; what it signed goes on verifying',
  )
  retire.command.option('--compromised', 'it was stolen: what it signed no longer verifies')
  retire.run(async ({ service, output }, kid: string, options: { compromised?: boolean }) => {
    const state = options.compromised ? 'compromised' : 'verify-only'
    const key = retireKey(service.keyring.settings, kid, { state, now: service.now() })
    const made = await makeMissingKeys(service.keyring.settings, service.now())
    output.result({ kid: key.kid, state: key.state, made: made.map((fresh) => fresh.kid) }, [
      `${key.kid} is ${key.state}`,
      ...made.map((fresh) => `made ${fresh.kid} in its place`),
    ])
    return 0
  })
}
