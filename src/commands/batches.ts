import type { Command } from 'commander'
import { Refusal } from '../errors.ts'
import type { BatchRecord } from '../service/batches.ts'
import type { Service } from '../service/service.ts'
import type { CommandContext, Define, ExitCode } from './command.ts'
import { exitOf, issueWithProgress } from './import.ts'

const stateOf = (batch: BatchRecord, service: Service) => ({
  ...batch,
  ...service.batches.now(batch),
})

function linesOf(batch: BatchRecord, service: Service): string[] {
  const { state, progress, mayUndo, undoUntil } = service.batches.now(batch)
  const { issued, reserved, void: given, undone } = progress
  const counts = [
    `${issued} issued`,
    `${reserved} to be signed`,
    ...(given > 0 ? [`${given} void`] : []),
    ...(undone > 0 ? [`${undone} undone`] : []),
  ]
  const undo = undoUntil ? [`can be undone until ${undoUntil}`] : mayUndo ? ['can be undone'] : []
  return [
    [batch.id, `${batch.course} ${batch.run}`, state, ...counts, ...undo, batch.createdAt].join(
      '  ',
    ),
  ]
}

function tell(batch: BatchRecord, { service, output }: CommandContext): void {
  output.result(stateOf(batch, service), linesOf(batch, service))
}

type Act = (context: CommandContext, id: string) => BatchRecord | Promise<BatchRecord>

/** What is told of a batch once something was done with it. */
const telling =
  (work: Act) =>
  async (context: CommandContext, id: string): Promise<ExitCode> => {
    tell(await work(context, id), context)
    return 0
  }

async function listBatches(
  { service, output }: CommandContext,
  options: { readonly course?: string; readonly limit?: string },
): Promise<ExitCode> {
  const limit = Number(options.limit ?? 50)
  if (!Number.isInteger(limit) || limit < 1)
    throw new Refusal('bad-request', '--limit is a whole number')
  const courses = options.course === undefined ? [] : [options.course]
  const batches = service.ledger.batches.recent(courses, { before: null, limit })
  output.result(
    { batches: batches.map((batch) => stateOf(batch, service)) },
    batches.flatMap((batch) => linesOf(batch, service)),
  )
  return 0
}

async function resumeBatch(context: CommandContext, id: string): Promise<ExitCode> {
  context.service.batches.resume(id)
  const done = await issueWithProgress(context)
  tell(context.service.batches.find(id), context)
  return exitOf(done)
}

const pause: Act = ({ service }, id) => service.batches.pause(id)
const release: Act = ({ service }, id) => service.batches.release(id)
const undo: Act = ({ service }, id) => {
  service.batches.undo(id)
  return service.batches.undone(id)
}

/** `batch list|show|pause|resume|release|undo`: imports while they are under way. */
export function batchCommands(program: Command, define: Define): void {
  const batch = program
    .command('batch')
    .description('imports while they are under way')
    .exitOverride()
  const list = define(batch, 'list', 'show imports, the newest first')
  list.command.option('--course <id>', 'only those of this course').option('--limit <count>')
  list.run(listBatches)
  define(batch, 'show <id>', 'how far it is').run(
    telling(({ service }, id) => service.batches.find(id)),
  )
  define(batch, 'pause <id>', 'sign nothing more of it until it is resumed').run(telling(pause))
  define(batch, 'resume <id>', 'go on with it, and sign what is left').run(resumeBatch)
  define(batch, 'release <id>', 'tell its learners now; no undoing any more').run(telling(release))
  define(batch, 'undo <id>', 'take it back, while its learners are not told').run(telling(undo))
}
