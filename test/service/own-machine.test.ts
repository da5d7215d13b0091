import { expect, test } from '@jest/globals'
import { issueOne, openWorkshop } from '../support/workshop.ts'

test('a service at http://localhost issues what it finds valid, as JSON and as JWT', async () => {
  const own = await openWorkshop({ env: { PUBLIC_URL: 'http://localhost:8080' } })
  try {
    const record = await issueOne(own.service)
    for (const text of [record.signed, record.jwt]) {
      const { report } = await own.service.verify(Buffer.from(text))
      expect([report.verdict, report.answers.issuer]).toEqual(['valid', 'known'])
    }
  } finally {
    await own.close()
  }
})
