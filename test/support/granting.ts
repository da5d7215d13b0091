import { readFileSync } from 'node:fs'
import type { StoredDecision } from '../../src/admission/issue-eligibility.ts'
import { readConfig } from '../../src/config.ts'
import { Service } from '../../src/service/service.ts'

/** Run as a process of its own: signs every decision of a file at once when told to, and says which credentials. */
const [, , file = ''] = process.argv
const stored = JSON.parse(readFileSync(file, 'utf8')) as StoredDecision[]
const service = new Service(readConfig(process.env))
const { ledger } = service
process.stdout.write('ready\n')
process.stdin.once('data', async () => {
  const ids = await Promise.all(
    stored.map((each) => {
      const link = {
        held: () => ledger.decisions.byId(each.id)?.credential ?? null,
        record: (id: string) => ledger.decisions.setCredential(each.id, id),
      }
      return service.eligibility.issue(each, link, 'en')
    }),
  )
  await service.close()
  process.stdout.write(`${JSON.stringify(ids)}\n`, () => process.exit(0))
})
