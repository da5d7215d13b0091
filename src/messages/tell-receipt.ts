import type { Receipt, ReceiptClaims, ReceiptCredential } from '../credential/receipt.ts'
import { formatMoment } from './format.ts'
import type { Messages } from './messages.ts'

/** A line of a receipt in words. `isCode`: an id, address or digest, whose letters matter. */
export interface ReceiptRow {
  readonly label: string
  readonly values: readonly string[]
  readonly isCode: boolean
}

const wordFor = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code

const outcomeWords = ({ admission }: Messages): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(admission.outcomes).map(([outcome, { title }]) => [outcome, title]),
  )

/** Verdict and status, or the standing in a decision. */
function foundIn({ found }: ReceiptCredential, messages: Messages): string {
  const { statuses, verdicts, admission } = messages
  const words = { ...admission.creditReasons, ...statuses, ...verdicts, current: statuses.active }
  return found
    .split(' ')
    .map((code) => wordFor(words, code))
    .join(', ')
}

function credentialRows(credential: ReceiptCredential, messages: Messages): ReceiptRow[] {
  const { labels, none } = messages.receipts
  const codes = (label: string, values: readonly string[]): ReceiptRow => ({
    label,
    values: values.length > 0 ? values : [none],
    isCode: values.length > 0,
  })
  return [
    codes(labels.credential, [credential.id]),
    { label: labels.found, values: [foundIn(credential, messages)], isCode: false },
    ...(!credential.issuer ? [] : [codes(labels.issuer, [credential.issuer])]),
    codes(labels.digest, [credential.digest]),
    codes(labels.keys, credential.keys),
    codes(labels.statusLists, credential.statusLists),
  ]
}

function decisionRows({ decision }: Receipt, messages: Messages): ReceiptRow[] {
  if (!decision) return []
  const { labels, priority } = messages.receipts
  const { ruleOutcomes } = messages.admission
  const rules = decision.rules.map(
    ({ rule, outcome }) => `${rule}: ${wordFor(ruleOutcomes, outcome)}`,
  )
  const plain = (label: string, values: readonly string[], isCode = false) => ({
    label,
    values,
    isCode,
  })
  return [
    plain(labels.rules, rules),
    plain(labels.priority, [priority(decision.priority.points, decision.priority.of)]),
    ...(decision.waivedModules.length > 0 ? [plain(labels.waived, decision.waivedModules)] : []),
    plain(labels.validUntil, [formatMoment(decision.validUntil, messages.language)]),
    plain(labels.ruleVersion, [decision.ruleVersion], true),
  ]
}

/** All that a receipt says, as rows of label and values, the answer first. */
export function tellReceipt(
  { iss, jti, receipt }: ReceiptClaims,
  messages: Messages,
): ReceiptRow[] {
  const { labels } = messages.receipts
  const words = receipt.kind === 'decision' ? outcomeWords(messages) : messages.verdicts
  const plain = (label: string, value: string | null, isCode = false): ReceiptRow[] =>
    value === null ? [] : [{ label, values: [value], isCode }]
  const reasons = receipt.reasons.map((reason) => wordFor(messages.reasons, reason))
  return [
    ...plain(labels.outcome, wordFor(words, receipt.outcome)),
    ...plain(labels.person, receipt.person),
    ...plain(labels.title, receipt.title),
    ...plain(labels.at, formatMoment(receipt.checkedAt, messages.language)),
    ...plain(labels.by, iss, true),
    ...(reasons.length > 0 ? [{ label: labels.reasons, values: reasons, isCode: false }] : []),
    ...decisionRows(receipt, messages),
    ...receipt.credentials.flatMap((credential) => credentialRows(credential, messages)),
    ...plain(labels.number, jti, true),
  ]
}
