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

function listCommand(parent: Command, define: Define): void {
  const list = define(parent, 'list', 'show imports, the newest first')
  list.command.option('--course <id>', 'only those of this course').option('--limit <count>')
  list.run(async ({ service, output }, options: { course?: string; limit?: string }) => {
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
  })
}

/** `batch list|show|pause|resume|release|undo`: imports while they are under way. */
export function batchCommands(program: Command, define: Define): void {
  const batch = program
    .command('batch')
    .description('imports while they are under way')
    .exitOverride()
  const act = (
    name: string,
    description: string,
    work: (context: CommandContext, id: string) => BatchRecord | Promise<BatchRecord>,
  ) =>
    define(batch, `${name} <id>`, description).run(
      async (context: CommandContext, id: string): Promise<ExitCode> => {
        tell(await work(context, id), context)
        return 0
      },
    )
  listCommand(batch, define)
  act('show', 'how far it is', ({ service }, id) => service.batches.find(id))
  act('pause', 'sign nothing more of it until it is resumed', ({ service }, id) =>
    service.batches.pause(id),
  )
  act('release', 'tell its learners now; it cannot be undone any more', ({ service }, id) =>
    service.batches.release(id),
  )
  act('undo', 'take all of it back, while its learners are not told', ({ service }, id) => {
    service.batches.undo(id)
    return service.batches.undone(id)
  })
  define(batch, 'resume <id>', 'go on with it, and sign what is left').run(
    async (context: CommandContext, id: string) => {
      context.service.batches.resume(id)
      const done = await issueWithProgress(context)
      tell(context.service.batches.find(id), context)
      return exitOf(done)
    },
  )
}
