import type { Command } from 'commander'
import type { Changes } from '../credential/correct.ts'
import { Refusal } from '../errors.ts'
import type { Correction } from '../holder/correction.ts'
import { correctionStateOf } from '../service/access.ts'
import type { Service } from '../service/service.ts'
import type { CommandContext, Define, ExitCode } from './command.ts'
import { idIn } from './records.ts'
import { terminalText } from './report-lines.ts'

const by = 'command line'
const listedAtOnce = 1_000

interface ChangeWords {
  readonly name?: string
  readonly score?: string
  readonly awardedOn?: string
  readonly reason: string
  readonly everywhere?: boolean
}

function changesIn({ name, score, awardedOn }: ChangeWords): Changes {
  const percent = score === undefined ? undefined : Number(score.trim() || Number.NaN)
  return {
    ...(name === undefined ? {} : { name }),
    ...(percent === undefined ? {} : { score: percent }),
    ...(awardedOn === undefined ? {} : { awardedOn }),
  }
}

// A line of a note is told from the next; everything else that steers a terminal is taken out.
const quoted = (text: string) => JSON.stringify(terminalText(text.replace(/\s*\n\s*/g, ' ⏎ ')))

function changesText({ name, score, awardedOn }: Changes): string {
  return [
    ...(name === undefined ? [] : [`name ${quoted(name)}`]),
    ...(score === undefined ? [] : [`score ${score}`]),
    ...(awardedOn === undefined ? [] : [`awarded on ${awardedOn}`]),
  ].join(', ')
}

function correctionLine({ id, credential, state, askedAt, wish, changes, answer }: Correction) {
  const { note, ...wanted } = wish ?? {}
  const said = [changesText(changes ?? wanted), note === undefined ? '' : quoted(note)]
  const told = answer === null ? [] : [`answered ${quoted(answer)}`]
  return [
    id,
    state,
    askedAt.slice(0, 10),
    `/c/${credential}`,
    ...said.filter(Boolean),
    ...told,
  ].join('  ')
}

const urlOf = ({ publicUrl }: Service, credential: string) =>
  new URL(`/c/${credential}`, publicUrl).href

async function replace(
  { service, output }: CommandContext,
  credential: string,
  { words, correction, changes }: { words: ChangeWords; correction?: string; changes: Changes },
): Promise<ExitCode> {
  const corrected = await service.corrections.replace(credential, {
    changes,
    reason: words.reason,
    by,
    isEverywhere: words.everywhere === true,
    ...(correction === undefined ? {} : { correction }),
  })
  output.result(
    { corrected },
    corrected.map((each) => `${urlOf(service, each.credential)} corrected at ${each.settledAt}`),
  )
  return 0
}

const withChanges = (command: Command) =>
  command
    .option('--name <name>', 'what the learner is called')
    .option('--score <percent>', 'final score, 0 to 100')
    .option('--awarded-on <day>', 'day it was earned, YYYY-MM-DD')
    .requiredOption('--reason <text>', 'why; kept private')
    .option('--everywhere', 'put the name into everything the learner was issued')

function listCommand(corrections: Command, define: Define): void {
  const list = define(corrections, 'list', 'show what was asked to be corrected')
  list.command.option('--state <state>', 'asked, reserved, done, declined, void, or all', 'asked')
  list.run(async ({ service, output }, { state }: { state: string }) => {
    const wanted = state === 'all' ? null : correctionStateOf(state)
    const found: Correction[] = []
    let page = service.corrections.list(wanted, null, listedAtOnce)
    for (let last = page.at(-1); last; last = page.at(-1)) {
      found.push(...page)
      page = service.corrections.list(wanted, last.id, listedAtOnce)
    }
    output.result({ corrections: found }, found.map(correctionLine))
    return 0
  })
}

function settleCommands(corrections: Command, define: Define): void {
  const approve = define(corrections, 'approve <id>', 'correct what was asked for')
  withChanges(approve.command)
  approve.run(async (context, id: string, words: ChangeWords) => {
    const { credential, wish } = context.service.corrections.one(id)
    const { note: _, ...wanted } = wish ?? {}
    const given = changesIn(words)
    const changes = Object.keys(given).length > 0 ? given : wanted
    if (Object.keys(changes).length === 0)
      throw new Refusal('bad-request', 'Only words were sent: say --name, --score or --awarded-on')
    return replace(context, credential, { words, correction: id, changes })
  })

  const decline = define(corrections, 'decline <id>', 'leave it as it is')
  decline.command.requiredOption('--answer <text>', 'why; whoever asked will read it')
  decline.run(async ({ service, output }, id: string, { answer }: { answer: string }) => {
    const declined = service.corrections.decline(id, answer, by)
    output.result(declined, [`${id} declined`])
    return 0
  })
}

/** `replace`, and `corrections list|approve|decline`. */
export function correctionCommands(program: Command, define: Define): void {
  const command = define(program, 'replace <id>', 'correct a credential under the same address')
  withChanges(command.command)
  command.run((context, id: string, words: ChangeWords) =>
    replace(context, idIn(id), { words, changes: changesIn(words) }),
  )
  const corrections = program
    .command('corrections')
    .description('what learners and others asked to be corrected')
    .exitOverride()
  listCommand(corrections, define)
  settleCommands(corrections, define)
}
