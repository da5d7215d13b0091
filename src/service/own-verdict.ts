import { receiveText } from '../checking/receiving/receive-text.ts'
import { type CheckSettings, verify } from '../checking/verify.ts'
import type { OwnVerdict } from '../issuing/produce.ts'

/** How what was just signed reads to a stranger, though it is not published yet. */
export const ownVerdict =
  (settings: CheckSettings) =>
  async (text: string): Promise<OwnVerdict> => {
    const received = receiveText(Buffer.from(text), undefined)
    const report = await verify(received, { ...settings, isUnpublished: true })
    const reasons = report.findings.filter(({ outcome }) => outcome !== 'passed')
    // Whoever issues here is known by the list, or by the mandate that stands in the credential.
    const isOthers = report.verdict === 'valid' && report.answers.issuer !== 'known'
    const verdict = isOthers ? 'invalid' : report.verdict
    return { verdict, reasons: reasons.map(({ reason }) => reason) }
  }
