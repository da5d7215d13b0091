import type { Command } from 'commander'
import type { Report } from '../checking/report.ts'
import { messagesFor } from '../messages/offered.ts'
import type { Define, ExitCode } from './command.ts'
import { openInput, readAll } from './input.ts'

const exitOf = { valid: 0, invalid: 1, undecided: 2 } as const satisfies Record<
  Report['verdict'],
  ExitCode
>

function reportLines(report: Report): string[] {
  const { reasons, statuses, warnings } = messagesFor('en')
  const { facts, answers } = report
  const known = [
    facts.recipient && `recipient  ${facts.recipient}`,
    facts.title && `title      ${facts.title}`,
    facts.issuer &&
      `issuer     ${facts.issuer.id}${facts.issuer.name ? ` (${facts.issuer.name})` : ''}`,
    facts.awardedDate && `awarded    ${facts.awardedDate.slice(0, 10)}`,
  ]
  return [
    // A forger may write any status, so without a signature there is none to tell.
    `${report.verdict.toUpperCase()}${answers.genuine === 'yes' ? `, ${statuses[report.status]}` : ''}`,
    `genuine ${answers.genuine}, current ${answers.current}, issuer ${answers.issuer}`,
    ...known.flatMap((line) => line || []),
    ...report.findings.map(
      ({ check, outcome, reason }) =>
        `  ${check.padEnd(10)} ${outcome.padEnd(7)} ${reasons[reason]} [${reason}]`,
    ),
    ...report.warnings.map((warning) => `  remark: ${warnings[warning]} [${warning}]`),
  ]
}

/** `verify FILE|URL|-`: 0 valid, 1 invalid, 2 undecided. */
export function checkCommands(program: Command, define: Define): void {
  define(
    program,
    'verify <source>',
    'check a credential: a file, an address, or - for standard input',
  ).run(async ({ service, output }, source: string) => {
    const isUrl = /^https?:\/\//.test(source) && URL.canParse(source)
    const { report } = isUrl
      ? await service.verifyAt(new URL(source))
      : await service.verify(await readAll(openInput(source)))
    const { reasons, warnings } = messagesFor('en')
    const told = {
      ...report,
      warnings: report.warnings.map((reason) => ({ reason, message: warnings[reason] })),
      findings: report.findings.map((found) => ({ ...found, message: reasons[found.reason] })),
    }
    output.result(told, reportLines(report))
    return exitOf[report.verdict]
  })
}
