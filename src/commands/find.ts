import type { Command } from 'commander'
import type { FindAsked } from '../acting/find-asked.ts'
import type { Found } from '../acting/found.ts'
import type { Caller } from '../service/access.ts'
import { foundCsv } from '../web/operator/find-routes.ts'
import type { Define } from './command.ts'
import { terminalText } from './report-lines.ts'

/** Whoever may run commands on this machine counts as one person; so called in the audit log. */
export const commandLine: Caller = {
  token: 'command line',
  role: 'admin',
  scope: [],
  provider: 'command line',
}

export interface FindWords extends Omit<FindAsked, 'q' | 'status'> {
  readonly status?: string
}

const usualLimit = '50'

/** The options that narrow a search. */
export const withFilter = (command: Command): Command =>
  command
    .option('--course <id>', 'only of this course')
    .option('--run <run>', 'only of this run')
    .option('--achievement <id>', 'only this achievement')
    .option('--issuer <id>', 'only of this issuer')
    .option('--batch <id>', 'only of this import')
    .option('--status <names>', 'any of these, with commas: issued, revoked, unclaimed, …')
    .option('--from <day>', 'issued on this day or later, YYYY-MM-DD')
    .option('--to <day>', 'issued on this day or earlier')

/** What is looked for, from the words of the call. */
export const askedIn = (q: string | undefined, words: FindWords): FindAsked => ({
  q,
  course: words.course,
  run: words.run,
  achievement: words.achievement,
  issuer: words.issuer,
  batch: words.batch,
  from: words.from,
  to: words.to,
  status: words.status?.split(',').map((each) => each.trim()) ?? [],
})

const foundLine = ({ url, name, title, course, run, state, issuedAt }: Found) =>
  [
    url,
    state,
    issuedAt?.slice(0, 10) ?? '-',
    terminalText(name ?? '-'),
    terminalText(title ?? '-'),
    course,
    terminalText(run),
  ].join('  ')

/** `find`, and `learner`. */
export function findCommands(program: Command, define: Define): void {
  const find = define(program, 'find [words]', 'find credentials by name, e-mail, id and more')
  withFilter(find.command)
    .option('--limit <n>', 'at most so many, the newest', usualLimit)
    .option('--csv', 'all of them as a table')
  find.run(
    async (
      { service, output },
      q: string | undefined,
      words: FindWords & { limit: string; csv?: boolean },
    ) => {
      const asked = askedIn(q, words)
      const { finds } = service.acting
      if (words.csv) {
        for (const row of foundCsv(finds.all(asked, commandLine))) output.line(row.trimEnd())
        return 0
      }
      const limit = Math.max(1, Math.floor(Number(words.limit)) || Number(usualLimit))
      const { found, next } = finds.credentials(asked, commandLine, { after: null, limit })
      output.result({ credentials: found, next }, [
        ...found.map(foundLine),
        ...(next === null ? [] : ['and more: --limit, or --csv for all']),
      ])
      return found.length > 0 ? 0 : 1
    },
  )

  const learner = define(
    program,
    'learner [words]',
    'find learners; one alone with everything about them',
  )
  withFilter(learner.command)
  learner.run(async ({ service, output }, q: string | undefined, words: FindWords) => {
    const { finds } = service.acting
    const { found, next } = finds.learners(askedIn(q, words), commandLine, {
      after: null,
      limit: Number(usualLimit),
    })
    const [first] = found
    const file = first && found.length === 1 ? finds.learner(first.id, commandLine) : undefined
    output.result({ learners: found, next, ...(file ? { learner: file } : {}) }, [
      ...found.map(({ id, name, email, held }) =>
        [id, terminalText(name), email ?? '-', `${held} credential(s)`].join('  '),
      ),
      ...(file ? file.credentials.map((each) => `  ${foundLine(each)}`) : []),
      ...(file
        ? file.letters.map(({ kind, state, changedAt }) => `  letter ${kind} ${state} ${changedAt}`)
        : []),
    ])
    return found.length > 0 ? 0 : 1
  })
}
