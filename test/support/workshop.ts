import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import { reserveAwards } from '../../src/issuing/reserve.ts'
import type { Award } from '../../src/learning/awards.ts'
import { Service, type ServiceOptions } from '../../src/service/service.ts'

export const publicUrl = 'https://badges.example.org'

/** A service over real files in a folder of its own, with its keys made. */
export async function openWorkshop(
  options: ServiceOptions & { env?: Record<string, string>; dataDir?: string } = {},
) {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'colophon-test-'))
  const config = readConfig({ PUBLIC_URL: publicUrl, DATA_DIR: dataDir, PORT: '0', ...options.env })
  const service = new Service(config, options)
  await service.keyring.makeMissing(service.now())
  return {
    dataDir,
    config,
    service,
    async close() {
      await service.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export const award = (over: Partial<Award> & { name?: string; key?: string } = {}): Award => ({
  learner: {
    key: over.key ?? 'email:maria@example.org',
    name: over.name ?? 'Μαρία Παπαδοπούλου',
    email: 'maria@example.org',
    language: null,
  },
  achievement: over.achievement ?? 'mooc-completion',
  course: over.course ?? 'biblio-mooc',
  run: over.run ?? '2026-1',
  awardedOn: over.awardedOn ?? '2026-11-20',
  results: over.results ?? [{ kind: 'score', percent: 87 }],
})

/** Reserves awards as an import does, in one transaction. */
export async function reserve(
  service: Service,
  awards: readonly Award[],
  issuer: string | null = null,
) {
  const settings = await service.reservationSettings('en', issuer)
  return service.ledger.transaction(() => reserveAwards(awards, settings, service.now()))
}

/** Issues one award, by whoever is asked for, and gives back its record. */
export async function issueOne(
  service: Service,
  over: Parameters<typeof award>[0] = {},
  issuer: string | null = null,
) {
  const [reserved] = await reserve(service, [award(over)], issuer)
  await service.issue()
  const record = service.issued(reserved?.credential ?? '')
  if (!record) throw new Error('was not issued')
  return record
}
