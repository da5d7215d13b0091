import type { Command } from 'commander'
import {
  type RunStatistics,
  type Statistics,
  statisticsColumns,
  statisticsOf,
  statisticsRows,
} from '../service/statistics.ts'
import { csvRow } from '../web/csv.ts'
import type { Define } from './command.ts'

interface Words {
  readonly course: string
  readonly run?: string
  readonly csv?: boolean
}

function runLines({ run, funnel, badges, specializations, letters, claims }: RunStatistics) {
  const { learners, began, area, completed, participated, gained, eligible, enrolled } = funnel
  return [
    `run ${run}: ${learners} learners; ${gained} have something to show for it`,
    `  ${began} did a module, ${area} finished an area, ${completed} completed the course, ${participated} have a statement of participation`,
    `  ${eligible} were found eligible for a specialization, ${enrolled} got a place`,
    ...badges.map(
      ({ achievement, issued, revoked }) =>
        `  ${achievement}: ${issued} issued${revoked > 0 ? `, ${revoked} revoked` : ''}`,
    ),
    ...specializations.map(
      (each) => `  ${each.specialization}: ${each.eligible} eligible, ${each.enrolled} enrolled`,
    ),
    `  letters: ${letters.sent} sent, ${letters.waiting} waiting, ${letters.refused} refused, ${letters.bounced} came back, ${letters.unclear} unclear`,
    `  links to claim: ${claims.made} made, ${claims.used} used`,
  ]
}

function lines({ runs, checks }: Statistics): readonly string[] {
  const total = checks.reduce((sum, { count }) => sum + count, 0)
  return [
    ...(runs.length === 0 ? ['nothing was imported yet'] : runs.flatMap(runLines)),
    `credentials of this course, of all its runs, were checked ${total} times`,
    ...checks.map(
      ({ day, achievement, way, verdict, count }) =>
        `  ${day} ${achievement}: ${count} ${verdict} (${way})`,
    ),
  ]
}

/** `statistics`: what came of a course, in counts. */
export function statisticsCommand(program: Command, define: Define): void {
  const command = define(program, 'statistics', 'how far learners came, in counts that name nobody')
  command.command
    .requiredOption('--course <id>', 'course of the catalogue')
    .option('--run <id>', 'only this run')
    .option('--csv', 'as a table, a count in each row')
  command.run(async ({ service, output }, { course, run, csv }: Words) => {
    const statistics = statisticsOf(service, { course, run })
    const rows = [csvRow(statisticsColumns), ...statisticsRows(statistics).map(csvRow)]
    output.result(statistics, csv ? rows.map((row) => row.trimEnd()) : lines(statistics))
    return 0
  })
}
