import { closeSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from 'commander'
import { Refusal } from '../errors.ts'
import { backUp, restore } from '../service/backups.ts'
import type { CommandContext, Define, ExitCode } from './command.ts'

interface BackupWords {
  readonly encrypt?: boolean
  readonly withKeys?: boolean
  readonly follow?: string
  readonly keep: string
}

/** An empty file for nobody else's eyes: what goes into it names learners. @throws Refusal `bad-request`. */
function makePrivateFile(target: string): void {
  try {
    closeSync(openSync(target, 'wx', 0o600))
  } catch (cause) {
    const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST'
    const why = isThere ? 'is there already' : 'cannot be written'
    throw new Refusal('bad-request', `${target} ${why}`, { cause })
  }
}

/** The ledger alone, as one SQLite file. */
function copyLedger({ service, output }: CommandContext, target: string): ExitCode {
  makePrivateFile(target)
  try {
    service.ledger.backup(target)
  } catch (thrown) {
    rmSync(target)
    throw thrown
  }
  service.ledger.audit.append({ action: 'backup-made', about: null })
  output.result({ backup: target }, [
    `ledger copied to ${target}; back up the keys too, in another place`,
  ])
  return 0
}

function backUpOnce(
  { service, output }: CommandContext,
  folder: string,
  { encrypt, withKeys }: BackupWords,
): void {
  const { madeAt, issued, files } = backUp(service, {
    folder,
    isSealed: encrypt === true,
    withKeys: withKeys === true,
  })
  output.result({ backup: folder, madeAt, issued, files: files.length }, [
    `${folder}: ${issued} credentials, all that was acknowledged before ${madeAt}`,
    ...(withKeys ? [] : ['without the keys: back them up too, in another place']),
  ])
}

function wholeNumber(text: string, name: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text))
    throw new Refusal('bad-request', `${name} is a whole number above 0`)
  return Number(text)
}

const stampForm = /^\d{14}$/

/** One backup after another into a folder each, until it is told to end; the oldest go. */
async function follow(context: CommandContext, folder: string, words: BackupWords): Promise<void> {
  const seconds = wholeNumber(words.follow ?? '', '--follow')
  const kept = wholeNumber(words.keep, '--keep')
  const ending = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => ending.abort())
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let known = -1
  while (!ending.signal.aborted) {
    const head = context.service.ledger.audit.head()?.seq ?? 0
    if (head !== known) {
      const stamp = context.service.now().toISOString().replace(/\D/g, '').slice(0, 14)
      backUpOnce(context, join(folder, stamp), words)
      known = context.service.ledger.audit.head()?.seq ?? 0
      const stamps = readdirSync(folder)
        .filter((name) => stampForm.test(name))
        .sort()
      for (const old of stamps.slice(0, -kept)) rmSync(join(folder, old), { recursive: true })
    }
    await sleep(seconds * 1_000, undefined, { signal: ending.signal }).catch(() => undefined)
  }
}

/** Whether a service on this machine answers: it has the ledger open. */
async function isServing(port: number): Promise<boolean> {
  const signal = AbortSignal.timeout(2_000)
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal }).catch(() => undefined)
  return answer?.ok === true
}

function restoreCommand(program: Command, define: Define): void {
  const command = define(program, 'restore <folder>', 'put a backup in the place of the ledger')
  command.command
    .option('--replace', 'move the ledger that is there away')
    .option('--with-keys', 'put the keys of the backup back as well, where there are none')
  command.run(async (context, from: string, words: { replace?: boolean; withKeys?: boolean }) => {
    const { service, config, output } = context
    if (await isServing(config.port))
      throw new Refusal('ledger-busy', `A service answers on port ${config.port}: stop it first`)
    const order = {
      folder: resolve(from),
      isReplacing: words.replace === true,
      withKeys: words.withKeys === true,
    }
    const done = await restore(service, order)
    const { madeAt, issued, gap, actsLost, lost, revokedSince, movedTo } = done
    output.result(done, [
      `put back: ${issued} credentials, as of ${madeAt}`,
      `nothing is known of what was done from ${gap.from} to ${gap.to}`,
      actsLost === null
        ? 'no checkpoint is left to tell how much that was'
        : `${actsLost} acts were acknowledged in that time${Object.entries(lost)
            .map(([action, count]) => `, ${count} ${action}`)
            .join('')}`,
      ...revokedSince.map((id) => `revoked since, and in force again: ${id}`),
      ...(movedTo ? [`the ledger before is ${movedTo}`] : []),
      'import the completions of that time again; revoke again what was revoked, and tokens too: see docs/OPERATIONS.md',
    ])
    return 0
  })
}

/** `backup` and `restore`. */
export function backupCommands(program: Command, define: Define): void {
  const command = define(
    program,
    'backup <target>',
    'write a consistent copy, while the service runs: a folder, or the ledger alone as .sqlite',
  )
  command.command
    .option('--encrypt', 'seal all of it under BACKUP_PASSPHRASE')
    .option('--with-keys', 'the signing keys too, always sealed')
    .option('--follow <seconds>', 'make another one after so long, whenever something was done')
    .option('--keep <count>', 'how many of these to keep', '3')
  command.run(async (context, given: string, words: BackupWords) => {
    const target = resolve(given)
    if (target.endsWith('.sqlite')) return copyLedger(context, target)
    if (words.follow === undefined) backUpOnce(context, target, words)
    else await follow(context, target, words)
    return 0
  })
  restoreCommand(program, define)
}
