import { Refusal } from '../errors.ts'
import {
  type AuditEntry,
  type AuditFilter,
  auditActions,
  chainStart,
  walkChain,
} from '../ledger/audit.ts'
import type { Ledger } from '../ledger/ledger.ts'

export type { AuditEntry, AuditFilter } from '../ledger/audit.ts'

export const auditActionNames: readonly string[] = auditActions

const instant = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)?$/

function instantOf(name: string, text: string): string {
  if (!instant.test(text) || Number.isNaN(Date.parse(text)))
    throw new Refusal('bad-request', `${name} is a day (2026-11-28) or an instant (…T10:00:00Z)`)
  return new Date(text).toISOString()
}

/** A filter from what somebody typed; what is empty is not asked. @throws Refusal `bad-request`. */
export function auditFilterOf(
  asked: Readonly<Partial<Record<keyof AuditFilter, string>>>,
): AuditFilter {
  const { about, actor, action, from, to } = asked
  if (action && !auditActions.some((known) => known === action))
    throw new Refusal('bad-request', `action is one of ${auditActions.join(', ')}`)
  return {
    ...(about && { about }),
    ...(actor && { actor }),
    ...(action && { action }),
    ...(from && { from: instantOf('from', from) }),
    ...(to && { to: instantOf('to', to) }),
  }
}

/** The whole log, or what is wanted of it, as JSON lines; that it was taken is the last entry of the log itself. */
export function* exportAudit(ledger: Ledger, filter: AuditFilter = {}): Generator<string> {
  ledger.audit.append({ action: 'audit-exported', about: null })
  for (const entry of ledger.audit.all(0, filter)) yield `${JSON.stringify(entry)}\n`
}

const isEntry = (value: unknown): value is AuditEntry =>
  typeof value === 'object' && value !== null && 'seq' in value && 'hash' in value

function* entriesIn(text: string): Generator<AuditEntry> {
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch (cause) {
      throw new Refusal('input-unreadable', `Line ${index + 1} is not JSON`, { cause })
    }
    if (!isEntry(value))
      throw new Refusal('input-unreadable', `Line ${index + 1} is no entry of an audit log`)
    yield value
  }
}

/**
 * Whether a whole export holds together, without the ledger it is from: where the chain breaks, how long it is, and
 * its last hash, to compare with what was published or noted elsewhere.
 *
 * @throws Refusal `input-unreadable` for what is no export.
 */
export function checkExport(text: string) {
  const entries = [...entriesIn(text)]
  const { sound, brokenAt } = walkChain(entries)
  return { entries: entries.length, sound, brokenAt, head: entries.at(-1)?.hash ?? chainStart }
}
