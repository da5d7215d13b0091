import type { RuleOutcome } from '../learning/eligibility/decision.ts'
import type { Messages } from '../messages/messages.ts'
import { missingLine } from '../messages/tell-decision.ts'
import type { ToldDecision, ToldRule } from '../messages/told-decision.ts'
import type { ShownDecision } from '../web/decision-body.ts'
import { terminalText } from './report-lines.ts'

const marks: Readonly<Record<RuleOutcome, string>> = {
  met: '+',
  waived: '+',
  review: '?',
  unmet: '-',
}

const section = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? [`${title}:`, ...lines] : []

function ruleLines({ outcome, word, name, sentences, rule, because }: ToldRule): string[] {
  return [
    `  ${marks[outcome]} ${name.text}: ${word} [${rule}]`,
    ...sentences.map((sentence) => `      ${terminalText(sentence)}`),
    ...because.map((title) => `      ${terminalText(title)}`),
  ]
}

/** A decision as lines of text: how it ended, each rule, what is missing, and what became of each thing handed in. */
export function decisionLines(
  { decision, unread }: ShownDecision,
  told: ToldDecision,
  messages: Messages,
): string[] {
  const { labels } = messages.admission
  const refusal = (code: ShownDecision['unread'][number]['code']) =>
    code === 'fault' ? code : messages.refusals[code].title
  return [
    `${decision.outcome.toUpperCase()}, ${told.title}`,
    told.sentence,
    told.priority,
    ...section(labels.rules, told.rules.flatMap(ruleLines)),
    ...section(
      labels.missing,
      told.missing.map((rule) => `  ${terminalText(missingLine(rule))}`),
    ),
    ...section(
      labels.helps,
      told.helps.map((rule) => `  ${terminalText(missingLine(rule))}`),
    ),
    ...section(
      labels.modules,
      told.modules
        .filter(({ state }) => state !== 'none')
        .map(({ name, word, sentence }) => `  ${name.text}: ${word}. ${sentence}`),
    ),
    ...section(
      labels.credentials,
      told.credentials.map(({ name, sentence }) => `  ${terminalText(name)}: ${sentence}`),
    ),
    ...section(
      labels.unread,
      unread.map(({ name, code }) => `  ${terminalText(name)}: ${refusal(code)} [${code}]`),
    ),
    ...section(
      labels.open,
      told.toReview.map(({ name, item }) => `  ${name} [${item}]`),
    ),
    `${labels.validUntil}: ${decision.validUntil}`,
    `${labels.ruleVersion}: ${decision.ruleVersion}`,
  ]
}
