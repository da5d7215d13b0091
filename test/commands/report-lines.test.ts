import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/checking/report.ts'
import { reportLines } from '../../src/commands/report-lines.ts'
import { messagesFor } from '../../src/messages/offered.ts'
import { reports } from '../pages/samples.ts'

const messages = messagesFor('en')
const textOf = (report: Report) => reportLines(report, messages).join('\n')

describe('a report on the command line', () => {
  test('says of an issuer that is not in the list that it is not', () => {
    const notListed = messages.answers.issuer.replies.unknown
    expect(textOf(reports.strange)).toContain(notListed)
    expect(textOf(reports.outside)).not.toContain(notListed)
    expect(textOf(reports.outside)).toContain(messages.reasons['issuer-outside-scope'])
  })

  test('does not say so where nobody has looked, nor asks to compare a name that is not shown', () => {
    const text = textOf(reports.broken)
    expect(text).not.toContain(messages.answers.issuer.replies.unknown)
    expect(text).not.toContain(messages.answers.person.replies['not-asked'])
    expect(textOf(reports.valid)).toContain(messages.answers.person.replies['not-asked'])
  })

  test('names whoever signed by identifier first, endorsers too', () => {
    expect(textOf(reports.strange)).toContain('did:web:learn.example.net (BIBLIO Academy)')
    expect(textOf(reports.endorsed)).toContain(
      'did:web:library.example.net (City Library): We hire',
    )
  })

  test('answers for each of several, and not for all of them together', () => {
    const { replies } = messages.answers.genuine
    const told = textOf(reports.several).split('\n')
    const answers = told.filter((line) => /^ *genuine /.test(line))
    expect(answers).toHaveLength(reports.several.credentials?.length ?? 0)
    expect(answers[0]).toContain(replies.yes)
  })
})
