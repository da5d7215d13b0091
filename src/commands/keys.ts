import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { programmeId } from '../learning/partners.ts'
import type { IssuerKey } from '../proof/issuer-keys.ts'
import { makeVcApiKeys, readVcApiKeys } from '../proof/vc-api-keys.ts'
import type { Service } from '../service/service.ts'
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

/** Whose keys are meant: those of a partner, or the programme's where none is named. @throws Refusal `partner-unknown`. */
function partnerMeant({ issuers, keyring }: Service, named: string | undefined): string | null {
  if (named === undefined || named === programmeId) return null
  // The keys of one that has left the catalogue are looked after too.
  return keyring.partners().includes(named) ? named : issuers.partner(named).id
}

const issuerHelp = 'id of a partner; the programme itself where it is left out'

const algorithmOf = (kid: string, all: readonly IssuerKey[]) =>
  all.find((key) => key.kid === kid)?.algorithm

async function makeMissing({ service, output }: CommandContext, named?: string): Promise<0> {
  const partner = partnerMeant(service, named)
  const settings = service.keyring.settingsOf(partner)
  const made = await service.operator.keys.makeMissing(partner)
  const { issuer, all } = await service.keyring.of(partner)
  const lines = made.map((kid) => `made ${kid} (${algorithmOf(kid, all)}) in ${settings.keysDir}`)
  output.result({ issuer, made }, [
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
  const list = define(keys, 'list', 'show every key and its state')
  list.command.option('--issuer <id>', issuerHelp)
  list.run(async ({ service, output }, words: { issuer?: string }) => {
    const partner = partnerMeant(service, words.issuer)
    const { all, issuer } = await service.keyring.of(partner)
    const receipts = partner === null ? service.receiptKeys.all : []
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
  rotate.command
    .option('--receipts', 'the key for receipts instead')
    .option('--issuer <id>', issuerHelp)
  rotate.run(async ({ service, output }, words: { receipts?: boolean; issuer?: string }) => {
    const partner = partnerMeant(service, words.issuer)
    const made = words.receipts
      ? [(await service.receiptKeys.rotate(service.now())).kid]
      : await service.operator.keys.rotate(partner)
    output.result(
      { made },
      made.map((kid) => `made ${kid}; the key before it still verifies`),
    )
    return 0
  })
}

interface RetireWords {
  readonly compromised?: boolean
  readonly issuer?: string
}

/** `keygen` and `keys list|rotate|retire`. */
export function keyCommands(program: Command, define: Define): void {
  const keygen = define(program, 'keygen', 'make the signing keys that are missing')
  keygen.command
    .option('--vc-api <file>', 'make separate keys for the VC-API instead')
    .option('--issuer <id>', issuerHelp)
  keygen.run((context, options: { vcApi?: string; issuer?: string }) =>
    options.vcApi === undefined
      ? makeMissing(context, options.issuer)
      : makeForVcApi(context, options.vcApi),
  )

  const keys = program.command('keys').description('look after the signing keys').exitOverride()

  listAndRotate(keys, define)

  const retire = define(
    keys,
    'retire <kid>',
    'stop signing with a key; what it signed goes on verifying',
  )
  retire.command
    .option('--compromised', 'it was stolen: what it signed no longer verifies')
    .option('--issuer <id>', issuerHelp)
  retire.run(async ({ service, output }, kid: string, options: RetireWords) => {
    const state = options.compromised ? 'compromised' : 'verify-only'
    const change = { state, now: service.now() } as const
    if (service.receiptKeys.all.some((key) => key.kid === kid)) {
      const { state: now } = service.receiptKeys.retire(kid, change)
      output.result({ kid, state: now, made: [] }, [`${kid} is ${now}`])
      return 0
    }
    partnerMeant(service, options.issuer)
    const made = await service.operator.keys.retire(kid, state)
    output.result({ kid, state, made }, [
      `${kid} is ${state}`,
      ...made.map((fresh) => `made ${fresh} in its place`),
    ])
    return 0
  })
}
