import { newSessionSecret } from '../../src/ledger/sessions.ts'
import type { Shop } from './shop.ts'
import { visitorWith } from './visitor.ts'

/** A learner who is signed in. */
export async function openLearner(shop: Shop, learner: string) {
  const secret = newSessionSecret()
  shop.service.holders.signIn(learner, secret)
  return visitorWith(shop, `__Host-holder=${secret}`, '/my')
}

export type Learner = Awaited<ReturnType<typeof openLearner>>
