import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import type { IssuerKey } from '../proof/issuer-keys.ts'
import { makeMissingKeys, retireKey, rotateKeys } from '../proof/issuer-keys.ts'
import { makeVcApiKeys, readVcApiKeys } from '../proof/vc-api-keys.ts'
import type { CommandContext, Define } from './command.ts'

type ShownKey = Pick<IssuerKey, 'kid' | 'algorithm' | 'state' | 'created' | 'changed'>

const keyLine = ({ kid, algorithm, state, created }: ShownKey) =>
  `${kid}  ${algorithm.padEnd(7)}  ${state.padEnd(11)}  ${created.slice(0, 10)}`

const shown = ({ kid, algorithm, state, created, changed }: ShownKey): ShownKey => ({
  kid,
  algorithm,
  state,
  created,
  changed,
})

async function makeMissing({ service, output }: CommandContext): Promise<0> {
  const { settings } = service.keyring
  const made = await makeMissingKeys(settings, service.now())
  const { issuer } = await service.keyring.current()
  const lines = made.map((key) => `made ${key.kid} (${key.algorithm}) in ${settings.keysDir}`)
  output.result({ issuer, made: made.map((key) => key.kid) }, [
    ...(lines.length > 0 ? lines : ['all keys are there already']),
    `issuer ${issuer}`,
  ])
  return 0
}

/** Writes a new file, never over another: what was signed with its keys could not be signed again. */
async function makeForVcApi({ output }: CommandContext, file: string): Promise<0> {
  const text = makeVcApiKeys()
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
  const issuers = (await readVcApiKeys(text)).map(({ curve, did }) => ({ curve, did }))
  output.result({ file, issuers }, [
    `made ${file}; start the service with VC_API_KEY_FILE=${file}`,
    ...issuers.map(({ curve, did }) => `${curve.padEnd(7)}  ${did}`),
  ])
  return 0
}

function listAndRotate(keys: Command, define: Define): void {
  define(keys, 'list', 'show every key and its state').run(async ({ service, output }) => {
    const { all, issuer } = await service.keyring.current()
    const receipts = service.receiptKeys.all
    output.result({ issuer, keys: all.map(shown), receipts: receipts.map(shown) }, [
      ...all.map(keyLine),
      ...receipts.map((key) => `${keyLine(key)}  receipts`),
    ])
    return 0
  })

  const rotate = define(
    keys,
    'rotate',
    'put new keys in place of the active ones, which go on verifying',
  )
  rotate.command.option('--receipts', 'the key for receipts instead')
  rotate.run(async ({ service, output }, { receipts }: { receipts?: boolean }) => {
    const made = receipts
      ? [await service.receiptKeys.rotate(service.now())]
      : await rotateKeys(service.keyring.settings, service.now())
    output.result(
      { made: made.map((key) => key.kid) },
      made.map((key) => `made ${key.kid} (${key.algorithm}); the key before it still verifies`),
    )
    return 0
  })
}

/** `keygen` and `keys list|rotate|retire`. */
export function keyCommands(program: Command, define: Define): void {
  const keygen = define(program, 'keygen', 'make the signing keys that are missing')
  keygen.command.option('--vc-api <file>', 'make separate keys for the VC-API instead')
  keygen.run((context, options: { vcApi?: string }) =>
    options.vcApi === undefined ? makeMissing(context) : makeForVcApi(context, options.vcApi),
  )

  const keys = program.command('keys').description('look after the signing keys').exitOverride()

  listAndRotate(keys, define)

  const retire = define(
    keys,
    'retire <kid>',
    'stop signing with a key; what it signed goes on verifying',
  )
  retire.command.option('--compromised', 'it was stolen: what it signed no longer verifies')
  retire.run(async ({ service, output }, kid: string, options: { compromised?: boolean }) => {
    const state = options.compromised ? 'compromised' : 'verify-only'
    const change = { state, now: service.now() } as const
    if (service.receiptKeys.all.some((key) => key.kid === kid)) {
      const { state: now } = service.receiptKeys.retire(kid, change)
      output.result({ kid, state: now, made: [] }, [`${kid} is ${now}`])
      return 0
    }
    const key = retireKey(service.keyring.settings, kid, change)
    const made = await makeMissingKeys(service.keyring.settings, service.now())
    output.result({ kid: key.kid, state: key.state, made: made.map((fresh) => fresh.kid) }, [
      `${key.kid} is ${key.state}`,
      ...made.map((fresh) => `made ${fresh.kid} in its place`),
    ])
    return 0
  })
}
