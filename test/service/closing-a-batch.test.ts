import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readCompletions } from '../../src/learning/csv.ts'
import { readOptions } from '../../src/service/read-options.ts'
import type { Service } from '../../src/service/service.ts'
import { openWorkshop } from '../support/workshop.ts'

let workshop: Awaited<ReturnType<typeof openWorkshop>>
beforeEach(async () => {
  workshop = await openWorkshop()
})
afterEach(() => workshop.close())

const csv = `learner_id,email,name,language,completed_on,score,modules
1,maria@example.org,Μαρία Παπαδοπούλου,el,2026-05-04,91,
`

async function* bytes(): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(csv)
}

function importOne(service: Service, onReserved: (batch: string) => void) {
  const [course] = service.catalogue.courses
  if (!course) throw new Error('no course')
  const now = service.now()
  const options = readOptions({
    ...{ course, run: '1', format: 'colophon', dates: 'ymd', matchByName: false, now },
  })
  const request = {
    course,
    run: '1',
    language: 'en',
    isDryRun: false,
    requestedBy: 'a test',
  } as const
  return service.import(
    () => readCompletions(bytes(), options),
    request,
    () => undefined,
    onReserved,
  )
}

test('what is kept where a batch is closed is kept with it', async () => {
  const { service } = workshop
  const kept: string[] = []
  const { batch } = await importOne(service, (id) => kept.push(id))
  expect(kept).toEqual([batch])
  expect(service.ledger.batches.byId(batch ?? '')?.state).toBe('reserved')
})

test('when it cannot be kept, the batch is not closed either', async () => {
  const { service } = workshop
  let batch = ''
  const refuse = (id: string) => {
    batch = id
    throw new Error('disk full')
  }
  await expect(importOne(service, refuse)).rejects.toThrow('disk full')
  expect(service.ledger.batches.byId(batch)?.state).toBe('failed')
})
