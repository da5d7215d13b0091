import type { Command } from 'commander'
import type { Report } from '../checking/report.ts'
import { Refusal } from '../errors.ts'
import { messagesFor } from '../messages/offered.ts'
import { openInput } from './import.ts'
import type { Define, ExitCode } from './program.ts'

const exitOf = { valid: 0, invalid: 1, undecided: 2 } as const satisfies Record<
  Report['verdict'],
  ExitCode
>

const maxBytes = 16 * 1024 * 1024

async function readAll(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > maxBytes) throw new Refusal('input-too-large', 'The input is over 16 MB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function reportLines(report: Report): string[] {
  const { reasons, verdicts } = messagesFor('en')
  const { facts, answers } = report
  const known = [
    facts.recipient && `recipient  ${facts.recipient}`,
    facts.title && `title      ${facts.title}`,
    facts.issuer &&
      `issuer     ${facts.issuer.id}${facts.issuer.name ? ` (${facts.issuer.name})` : ''}`,
    facts.awardedDate && `awarded    ${facts.awardedDate.slice(0, 10)}`,
  ]
  return [
    `${report.verdict.toUpperCase()}  ${verdicts[report.verdict]}`,
    `genuine ${answers.genuine}, current ${answers.current}, issuer ${answers.issuer}`,
    ...known.flatMap((line) => line || []),
    ...report.findings.map(
      ({ check, outcome, reason }) =>
        `  ${check.padEnd(10)} ${outcome.padEnd(7)} ${reasons[reason]} [${reason}]`,
    ),
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
