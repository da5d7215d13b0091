import type { Report } from '../checking/report.ts'
import type { Language } from '../language.ts'
import { messagesFor } from '../messages/offered.ts'

/** The report as the API gives it: each finding and warning with its sentence in the asked language, inner ones too. */
export function reportBody(report: Report, language: Language): object {
  const { reasons, warnings } = messagesFor(language)
  const { endorsements, credentials } = report
  return {
    ...report,
    warnings: report.warnings.map((reason) => ({ reason, message: warnings[reason] })),
    findings: report.findings.map((finding) => ({ ...finding, message: reasons[finding.reason] })),
    ...(endorsements && {
      endorsements: endorsements.map((each) => ({
        ...each,
        report: reportBody(each.report, language),
      })),
    }),
    ...(credentials && { credentials: credentials.map((each) => reportBody(each, language)) }),
  }
}
