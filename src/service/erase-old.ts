import type { Erased } from '../ledger/retention.ts'
import type { Service } from './service.ts'

const dayMs = 24 * 60 * 60 * 1_000

/**
 * Erases what applicants gave, once it was kept for as many days as the settings say: see `Admissions.erase` and
 * `Enrolments.erase`. Done when serving begins, every day after it, and by the command `retention`.
 */
export function eraseOld(service: Service): Erased & { readonly enrolments: number } {
  service.wallets.forgetOld()
  service.drafts.expire()
  service.webhooks.eraseOld()
  service.inbound.forgetOld()
  const before = new Date(service.now().getTime() - service.config.retentionDays * dayMs)
  service.ledger.participants.forgetUnseen(before.toISOString())
  return { ...service.admissions.erase(before), enrolments: service.enrolments.erase(before) }
}
