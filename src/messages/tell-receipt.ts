import type {
  Receipt,
  ReceiptClaims,
  ReceiptCredential,
  ReceiptDecision,
  ReceiptName,
} from '../credential/receipt.ts'
import { formatMoment } from './format.ts'
import type { Messages } from './messages.ts'

/** What a row says: a name as it was signed, in a language of its own, where there is one, then the rest. */
export interface ReceiptValue {
  readonly name: Pick<ReceiptName, 'text' | 'language'> | null
  readonly text: string
}

/** A line of a receipt in words. `isCode`: an id, address or digest, whose letters matter. */
export interface ReceiptRow {
  readonly label: string
  readonly values: readonly ReceiptValue[]
  readonly isCode: boolean
}

const wordFor = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code

const plain = (text: string): ReceiptValue => ({ name: null, text })

/** By name with the id behind it, or by the id alone, and what became of it. */
function named(
  { names = [] }: ReceiptDecision,
  kind: ReceiptName['kind'],
  id: string,
  result = '',
): ReceiptValue {
  const name = names.find((each) => each.kind === kind && each.id === id)
  return name ? { name, text: ` (${id})${result}` } : plain(`${id}${result}`)
}

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
    values: (values.length > 0 ? values : [none]).map(plain),
    isCode: values.length > 0,
  })
  return [
    codes(labels.credential, [credential.id]),
    { label: labels.found, values: [plain(foundIn(credential, messages))], isCode: false },
    ...(!credential.issuer ? [] : [codes(labels.issuer, [credential.issuer])]),
    ...(!credential.onBehalfOf
      ? []
      : [codes(messages.partners.onBehalfOf, [credential.onBehalfOf])]),
    codes(labels.digest, [credential.digest]),
    codes(labels.keys, credential.keys),
    codes(labels.statusLists, credential.statusLists),
  ]
}

function decisionRows({ decision }: Receipt, messages: Messages): ReceiptRow[] {
  if (!decision) return []
  const { labels, priority } = messages.receipts
  const { ruleOutcomes } = messages.admission
  const rules = decision.rules.map(({ rule, outcome }) =>
    named(decision, 'rule', rule, `: ${wordFor(ruleOutcomes, outcome)}`),
  )
  const waived = decision.waivedModules.map((module) => named(decision, 'module', module))
  const { points, of } = decision.priority
  const row = (label: string, values: readonly ReceiptValue[], isCode = false) => ({
    label,
    values,
    isCode,
  })
  return [
    row(labels.rules, rules),
    row(labels.priority, [plain(priority(points, of))]),
    ...(waived.length > 0 ? [row(labels.waived, waived)] : []),
    row(labels.validUntil, [plain(formatMoment(decision.validUntil, messages.language))]),
    row(labels.ruleVersion, [plain(decision.ruleVersion)], true),
  ]
}

function about({ title, decision }: Receipt): ReceiptValue | null {
  if (decision) return named(decision, 'specialization', decision.specialization)
  return title === null ? null : plain(title)
}

/** All that a receipt says, as rows of label and values, the answer first. */
export function tellReceipt(
  { iss, jti, receipt }: ReceiptClaims,
  messages: Messages,
): ReceiptRow[] {
  const { labels } = messages.receipts
  const words = receipt.kind === 'decision' ? outcomeWords(messages) : messages.verdicts
  const what = about(receipt)
  const row = (label: string, value: string, isCode = false): ReceiptRow => ({
    label,
    values: [plain(value)],
    isCode,
  })
  const reasons = receipt.reasons.map((reason) => plain(wordFor(messages.reasons, reason)))
  return [
    row(labels.outcome, wordFor(words, receipt.outcome)),
    ...(receipt.person === null ? [] : [row(labels.person, receipt.person)]),
    ...(what === null ? [] : [{ label: labels.title, values: [what], isCode: false }]),
    row(labels.at, formatMoment(receipt.checkedAt, messages.language)),
    row(labels.by, iss, true),
    ...(reasons.length > 0 ? [{ label: labels.reasons, values: reasons, isCode: false }] : []),
    ...decisionRows(receipt, messages),
    ...receipt.credentials.flatMap((credential) => credentialRows(credential, messages)),
    row(labels.number, jti, true),
  ]
}
