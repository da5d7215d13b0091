import { Command, CommanderError } from 'commander'
import type { Config } from '../config.ts'
import { Refusal } from '../errors.ts'
import { actingAs } from '../service/acting.ts'
import { Service } from '../service/service.ts'
import { accountCommands } from './accounts.ts'
import { actCommands } from './acts.ts'
import { auditCommands } from './audit.ts'
import { backupCommands } from './backup.ts'
import { batchCommands } from './batches.ts'
import { catalogueCommands } from './catalogue.ts'
import { checkCommands } from './check.ts'
import { cohortCommand } from './cohort.ts'
import type { CommandContext, Define, ExitCode } from './command.ts'
import { connectionCommands } from './connections.ts'
import { correctionCommands } from './corrections.ts'
import { demoCommand } from './demo.ts'
import { draftCommands } from './drafts.ts'
import { eligibilityCommand } from './eligibility.ts'
import { enrolmentCommands } from './enrolments.ts'
import { erasureCommand } from './erasure.ts'
import { exitOfRefusal } from './exit.ts'
import { findCommands } from './find.ts'
import { importCommands } from './import.ts'
import { issuerCommand } from './issuers.ts'
import { keyCommands } from './keys.ts'
import { mailCommands } from './mail.ts'
import { offerCommand } from './offer.ts'
import { operationCommands } from './operations.ts'
import { type Output, openOutput } from './output.ts'
import { recheckCommand } from './recheck.ts'
import { recordCommands } from './records.ts'
import { reissueCommand } from './reissue.ts'
import { statisticsCommand } from './statistics.ts'
import { tokenCommands } from './tokens.ts'
import { webhookCommands } from './webhooks.ts'

function explain(refusal: Refusal, output: Output): ExitCode {
  const details = refusal.details.map(({ at, message }) => `  ${at}: ${message}`)
  if (output.isJson)
    output.result({ code: refusal.code, message: refusal.message, errors: refusal.details }, [])
  else output.note([`${refusal.code}: ${refusal.message}`, ...details].join('\n'))
  return exitOfRefusal(refusal.code)
}

// What the machine answers about a path in the call or the settings: for the operator to mend, so without a stack.
const pathFaults = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC']

/** The refusal in what was thrown, or `undefined` where it is a fault of ours. */
function refusalIn(thrown: unknown): Refusal | undefined {
  if (thrown instanceof Refusal) return thrown
  const { code = '', message } = thrown as NodeJS.ErrnoException
  return pathFaults.includes(code)
    ? new Refusal('bad-request', `${message}: look at this path and its permissions`)
    : undefined
}

async function attempt(
  readConfig: () => Config,
  output: Output,
  action: (context: CommandContext) => Promise<ExitCode>,
): Promise<ExitCode> {
  let service: Service | undefined
  try {
    const config = readConfig()
    const context: CommandContext = {
      config,
      output,
      get service() {
        service ??= new Service(config, {
          onFault: (where, thrown) => output.note(`fault in ${where}: ${thrown}`),
        })
        return service
      },
    }
    return await actingAs('command line', () => action(context))
  } catch (thrown) {
    const refusal = refusalIn(thrown)
    if (refusal) return explain(refusal, output)
    output.note(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))
    return 70
  } finally {
    await service?.close()
  }
}

/** Runs the command line and returns its exit code; it prints, but never ends the process. */
export async function runProgram(
  argv: readonly string[],
  readConfig: () => Config,
  version: string,
): Promise<ExitCode> {
  let exitCode: ExitCode = 0
  const program = new Command('colophon')
    .description('Signs Open Badges 3.0 credentials for what people learnt, and checks any of them')
    .version(version)
    .exitOverride()
  const define: Define = (parent, signature, description) => {
    const command = parent.command(signature).description(description)
    command.option('--json', 'answer as JSON').exitOverride()
    return {
      command,
      run(action) {
        command.action(async (...args: unknown[]) => {
          const options = command.opts<{ json?: boolean }>()
          const given = args.slice(0, -1) as never[]
          const output = openOutput(options.json === true)
          exitCode = await attempt(readConfig, output, (context) => action(context, ...given))
        })
      },
    }
  }
  keyCommands(program, define)
  issuerCommand(program, define)
  tokenCommands(program, define)
  statisticsCommand(program, define)
  importCommands(program, define)
  draftCommands(program, define)
  batchCommands(program, define)
  accountCommands(program, define)
  auditCommands(program, define)
  connectionCommands(program, define)
  catalogueCommands(program, define)
  recordCommands(program, define)
  findCommands(program, define)
  actCommands(program, define)
  correctionCommands(program, define)
  reissueCommand(program, define)
  erasureCommand(program, define)
  mailCommands(program, define)
  webhookCommands(program, define)
  offerCommand(program, define)
  checkCommands(program, define)
  eligibilityCommand(program, define)
  enrolmentCommands(program, define)
  operationCommands(program, define)
  backupCommands(program, define)
  recheckCommand(program, define)
  cohortCommand(program, define)
  demoCommand(program, define)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exitCode
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 64
    throw thrown
  }
}
