import type { Command } from 'commander'
import type { Enrolment } from '../admission/enrolment.ts'
import type { Places } from '../learning/places.ts'
import type { Caller } from '../service/access.ts'
import type { Service } from '../service/service.ts'
import { enrolmentCsv } from '../web/enrolment-csv.ts'
import type { Define } from './command.ts'

/** Whoever may run commands on this machine; so called in the audit trail. */
const operator: Caller = {
  token: 'command-line',
  role: 'admin',
  scope: [],
  provider: 'command-line',
}

const of = (count: number, limit: number | null) =>
  limit === null ? `${count}` : `${count} of ${limit}`

function placesLine({ taken, total, waiting, perCountry }: Places): string {
  const there = perCountry.countries
    .filter((each) => each.taken + each.waiting > 0)
    .map((each) => `${each.country} ${of(each.taken, perCountry.limit)}`)
  return `places taken: ${[of(taken, total), ...there].join(', ')}; waiting: ${waiting}`
}

/** The provider's name; that of a token without one is its label, where it has any. */
function providerCalled(provider: string, { ledger }: Service): string {
  return ledger.tokens.byId(provider)?.label || provider
}

function enrolmentLine(enrolment: Enrolment, providerName: string): string {
  const { id, state, position, country, points, appliedAt, supportGone } = enrolment
  const { reference } = enrolment
  const columns = [
    id,
    position === null ? state : `${state} ${position}`,
    country ?? '-',
    points === 1 ? '1 point' : `${points} points`,
    appliedAt.slice(0, 10),
    reference ?? '-',
    providerName,
    ...(supportGone ? ['no longer supported'] : []),
  ]
  return columns.join('  ')
}

/** `enrolments list|withdraw`. */
export function enrolmentCommands(program: Command, define: Define): void {
  const enrolments = program
    .command('enrolments')
    .description('who has a place in a specialization, and who waits')
    .exitOverride()
  const list = define(
    enrolments,
    'list <specialization>',
    'show those of all providers in the order of the waiting list',
  )
  list.command.option('--csv', 'as a table, a row each')
  list.run(async ({ service, output }, specialization: string, options: { csv?: boolean }) => {
    const found = service.enrolments.all({ specialization, state: null }, operator)
    if (options.csv) {
      for (const piece of enrolmentCsv(found)) output.line(piece.trimEnd())
      return 0
    }
    const places = service.enrolments.places(specialization)
    const all = [...found]
    output.result({ specialization, places, enrolments: all }, [
      placesLine(places),
      ...all.map((each) => enrolmentLine(each, providerCalled(each.provider, service))),
    ])
    return 0
  })

  const withdraw = define(enrolments, 'withdraw <id>', 'give a place back to the next who waits')
  withdraw.command.option('--note <text>', 'why; kept in the audit trail')
  withdraw.run(async ({ service, output }, id: string, options: { note?: string }) => {
    const withdrawn = service.enrolments.withdraw(id, options.note ?? null, operator)
    output.result(withdrawn, [
      `${id} is withdrawn`,
      ...withdrawn.movedUp.map((each) => `${each} has moved up`),
    ])
    return 0
  })
}
