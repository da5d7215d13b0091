import type { Command } from 'commander'
import type { ApplicationForm } from '../admission/application-form.ts'
import { Refusal } from '../errors.ts'
import { messagesFor } from '../messages/offered.ts'
import { decisionBody, toldOf } from '../web/decision-body.ts'
import { messagesIn } from './check.ts'
import type { CommandContext, Define } from './command.ts'
import { decisionLines } from './decision-lines.ts'
import { decideList } from './eligibility-list.ts'
import { exitOfDecision } from './exit.ts'
import { namedSources, namedStatement } from './sources.ts'

interface Wishes {
  readonly statement?: readonly string[]
  readonly person?: string
  readonly country?: string
  readonly list?: string
  readonly csv?: boolean
  readonly lang: string
}

async function formOf(
  specialization: string,
  sources: readonly string[],
  { context, wishes }: { readonly context: CommandContext; readonly wishes: Wishes },
): Promise<ApplicationForm> {
  return {
    specialization,
    sources: namedSources(sources, context.service),
    statements: await Promise.all((wishes.statement ?? []).map(namedStatement)),
    person: wishes.person ?? null,
    country: wishes.country ?? null,
    reference: null,
    appliedAt: null,
  }
}

function checkWishes(sources: readonly string[], wishes: Wishes, isJson: boolean): void {
  const { list, csv, statement = [], person, country } = wishes
  if (csv && isJson) throw new Refusal('bad-request', 'Ask for --json or --csv')
  if (list === undefined) {
    if (csv) throw new Refusal('bad-request', '--csv is for a --list')
    if (sources.length + statement.length === 0)
      throw new Refusal('bad-request', 'Name files, links, - or a --statement, or a --list')
    return
  }
  if (sources.length + statement.length > 0 || person !== undefined || country !== undefined)
    throw new Refusal('bad-request', 'With --list, all of it stands in the list')
}

/**
 * `eligibility SPECIALIZATION FILE|URL|-…`: whether somebody may enrol, and what is missing; nothing is kept. 0 eligible,
 * 1 not yet, 2 a person has to decide; of a `--list` the worst of them.
 */
export function eligibilityCommand(program: Command, define: Define): void {
  const command = define(
    program,
    'eligibility <specialization> [source...]',
    'decide who may enrol: files, addresses, or - for standard input; nothing is kept',
  )
  command.command
    .option('--statement <id...>', 'what the applicant states; id=FILE with the document for it')
    .option('--person <text>', 'name of the applicant, compared with the credentials')
    .option('--country <code>', 'country of the applicant, two letters')
    .option('--list <file>', 'a CSV of applicants, each decided and ranked')
    .option('--csv', 'answer for a list as CSV, a row for each')
    .option('--lang <language>', 'language of the sentences', 'en')
  command.run(
    async (context, specialization: string, sources: readonly string[], wishes: Wishes) => {
      const { service, output } = context
      const messages = messagesIn(wishes)
      checkWishes(sources, wishes, output.isJson)
      service.admissions.specialization(specialization)
      if (wishes.list !== undefined) {
        const asked = { specialization, file: wishes.list, isCsv: wishes.csv === true }
        return decideList(asked, context, messages)
      }
      const form = await formOf(specialization, sources, { context, wishes })
      const considered = await service.admissions.consider(form)
      const { language } = messagesFor(messages.language)
      const told = toldOf(considered, language, service)
      output.result(
        decisionBody({ ...considered, country: form.country }, language, service),
        decisionLines(considered, told, messages),
      )
      return exitOfDecision[considered.decision.outcome]
    },
  )
}
