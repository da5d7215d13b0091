import type { Command } from 'commander'
import { Refusal } from '../errors.ts'
import { revocationCodeOf } from '../service/access.ts'
import type { KeyReissue } from '../service/reissue-runs.ts'
import type { CommandContext, Define, ExitCode } from './command.ts'
import { idIn } from './records.ts'

interface Words {
  readonly signedBy?: string
  readonly dryRun?: boolean
  readonly reason?: string
  readonly textsOfToday?: boolean
}

const by = 'command line'

const linesOf = ({ kid, reissued, void: given, left, over, boundLeft }: KeyReissue) => [
  `${reissued} signed anew in place of what ${kid} signed, ${left - over} left`,
  ...(over > 0 ? [`${over} are over by their own end, and stay as they are`] : []),
  ...(given > 0 ? [`${given} were given up: "colophon doctor" says more`] : []),
  ...(boundLeft > 0 ? [`${boundLeft} copies in wallets are still to be revoked`] : []),
]

async function ofKey(
  { service, output }: CommandContext,
  kid: string,
  isDryRun: boolean,
): Promise<ExitCode> {
  if (isDryRun) {
    const standing = await service.reissues.mayBegin(kid)
    output.result({ dryRun: true, ...standing }, linesOf(standing))
    return 0
  }
  const ended = await service.reissues.run({
    kid,
    by,
    onProgress: ({ reissued, left, over }) =>
      output.progress(reissued, reissued + left - over, 'signed anew'),
  })
  output.result(ended, linesOf(ended))
  return ended.left > ended.over ? 2 : 0
}

async function ofOne(
  { service, output }: CommandContext,
  credential: string,
  { reason = 'replaced', textsOfToday }: Words,
): Promise<ExitCode> {
  const { state, settledAt, voidReason } = await service.reissues.one({
    credential,
    reason: revocationCodeOf(reason),
    texts: textsOfToday ? 'of-today' : 'as-signed',
    by,
  })
  output.result({ credential, state, settledAt, voidReason }, [
    state === 'done'
      ? `${new URL(`/c/${credential}`, service.publicUrl).href} signed anew`
      : `not signed yet (${state}): run "colophon issue"`,
  ])
  return state === 'done' ? 0 : state === 'void' ? 70 : 2
}

/** `reissue`: one credential, or all that a key signed which is out of use. */
export function reissueCommand(program: Command, define: Define): void {
  const command = define(
    program,
    'reissue [id]',
    'sign credentials anew under the same address, with the keys of today',
  )
  command.command
    .option('--signed-by <kid>', 'all that this key signed, which has to be retired')
    .option('--dry-run', 'tell how many that would be, sign nothing')
    .option('--reason <code>', 'why the version of one credential counts no more', 'replaced')
    .option('--texts-of-today', 'let one credential say what the catalogue says now')
  command.run(async (context, id: string | undefined, words: Words) => {
    const { signedBy } = words
    if ((id === undefined) === (signedBy === undefined))
      throw new Refusal('bad-request', 'Name a credential, or --signed-by')
    return signedBy === undefined
      ? ofOne(context, idIn(id ?? ''), words)
      : ofKey(context, signedBy, words.dryRun === true)
  })
}
