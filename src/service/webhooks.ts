import { guardedPost, type PostMessage } from '../checking/outside/guarded-post.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { LinkSecrets } from '../proof/link-secrets.ts'
import { isVouchedFor } from '../webhooks/address.ts'
import { Webhooks } from '../webhooks/webhooks.ts'

interface WebhookHouse {
  readonly config: { readonly isProduction: boolean; readonly webhookHosts: readonly string[] }
  readonly catalogue: Catalogue
  readonly ledger: Ledger
  readonly linkSecrets: LinkSecrets
  readonly publicUrl: URL
  readonly now: () => Date
  readonly fault: (where: string, thrown: unknown) => void
}

/** Webhooks as this service runs them: its clock, its catalogue, and what its operator vouches for. */
export function webhooksOf(service: WebhookHouse, given?: PostMessage): Webhooks {
  const { isProduction, webhookHosts: hosts } = service.config
  const rules = { isProduction, hosts }
  const post = given ?? guardedPost({ isVouchedFor: (url) => isVouchedFor(url, rules) })
  return new Webhooks(() => {
    const { ledger, linkSecrets, publicUrl, now, fault, catalogue } = service
    const courses = [...catalogue.courses, ...catalogue.specializations].map(({ id }) => id)
    return { ledger, linkSecrets, publicUrl, now, fault, post, rules, courses }
  })
}
