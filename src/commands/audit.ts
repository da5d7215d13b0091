import type { Command } from 'commander'
import { type AuditEntry, auditFilterOf, checkExport, exportAudit } from '../service/audit-log.ts'
import type { Define } from './command.ts'
import { openInput, readAll } from './input.ts'

interface AuditWords {
  readonly about?: string
  readonly actor?: string
  readonly action?: string
  readonly from?: string
  readonly to?: string
  readonly limit: string
}

const lineOf = ({ seq, at, actor, action, about, detail }: AuditEntry) =>
  [String(seq).padStart(6), at, actor, action, about, detail].filter(Boolean).join('  ')

const textOf = async (file: string) => Buffer.from(await readAll(openInput(file))).toString('utf8')

/** `audit list|export|verify`: who did what, and whether that record holds together. */
export function auditCommands(program: Command, define: Define): void {
  const audit = program.command('audit').description('who did what, and when').exitOverride()

  const list = define(audit, 'list', 'the newest entries of the audit log')
  list.command
    .option('--about <id>', 'of a credential, import, decision, token or account')
    .option('--actor <id>', 'of a token or account, "command line" or "system"')
    .option('--action <name>', 'of one kind, as docs/AUDIT.md names them')
    .option('--from <day>', 'from this day or instant on')
    .option('--to <day>', 'before this day or instant')
    .option('--limit <number>', 'at most so many', '50')
  list.run(async ({ service, output }, { limit, ...asked }: AuditWords) => {
    const entries = service.ledger.audit.newest(
      Math.max(1, Number(limit) || 50),
      auditFilterOf(asked),
    )
    output.result({ entries }, [...entries].reverse().map(lineOf))
    return 0
  })

  define(audit, 'export', 'the whole audit log as JSON lines, on standard output').run(
    async ({ service, output }) => {
      for (const line of exportAudit(service.ledger)) output.line(line.trimEnd())
      return 0
    },
  )

  define(
    audit,
    'verify <file>',
    'whether an exported log holds together; needs no ledger ("-" is standard input)',
  ).run(async ({ output }, file: string) => {
    const found = checkExport(await textOf(file))
    const told =
      found.brokenAt === null
        ? `${found.sound} entries hold together; the last hash is ${found.head}`
        : `the chain breaks at entry ${found.brokenAt}; ${found.sound} before it hold`
    output.result(found, [told])
    return found.brokenAt === null ? 0 : 1
  })
}
