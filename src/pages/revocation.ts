import type { Finding, Report } from '../checking/report.ts'
import { formatDate } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { type Html, html } from './html.ts'

export interface Revocation {
  /** ISO 8601. */
  readonly date: string
  /** Public code; a sentence where the messages have one, else the code itself. */
  readonly reasonCode: string
}

const revokedFinding: Finding = { check: 'status', outcome: 'failed', reason: 'status-revoked' }

/** The report as it is by now, where it was made before a list was signed anew. */
export function withRevocation(report: Report): Report {
  return {
    ...report,
    verdict: 'invalid',
    status: 'revoked',
    answers: { ...report.answers, current: 'no' },
    findings: report.findings.map((each) => (each.check === 'status' ? revokedFinding : each)),
  }
}

/** When it was revoked, and why, as far as that is public. */
export function revocationNote({ date, reasonCode }: Revocation, messages: Messages): Html {
  const words = messages.pages.credential
  const known = Object.entries(messages.revocations).find(([code]) => code === reasonCode)?.[1]
  return html`<section class="box"><h2>${words.revokedOn(formatDate(date, messages.language))}</h2>
<p>${words.reason}: ${known ?? html`<code>${reasonCode}</code>`}</p>
<p>${words.revokedNote}</p></section>`
}
