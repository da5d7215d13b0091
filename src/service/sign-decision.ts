import type { Language } from '../language.ts'
import type { RuleBook } from '../learning/eligibility/rule-book.ts'
import { timeOrderedKey } from '../ledger/identifiers.ts'
import type { Caller } from './access.ts'
import type { Service } from './service.ts'

/**
 * Signs what a decision says as a credential, once and for all, and adds that to its trail; gives back its id in `/c/`.
 *
 * @throws Refusal `decision-not-found`, `decision-erased`, `not-eligible`, `decision-expired`.
 */
export async function signDecision(
  id: string,
  { caller, language }: { readonly caller: Caller; readonly language: Language },
  service: Pick<Service, 'admissions' | 'eligibility' | 'ledger' | 'now'>,
): Promise<string> {
  const { decision, application } = service.admissions.find(id, caller)
  const { ledger, now } = service
  const text = ledger.decisions.book(decision.ruleVersion)
  if (text === undefined) throw new Error('a decision without its rules')
  const stored = { id, decision, application, book: JSON.parse(text) as RuleBook }
  const link = {
    held: () => ledger.decisions.byId(id)?.credential ?? null,
    record(credential: string) {
      ledger.decisions.setCredential(id, credential)
      ledger.decisions.addEvent(id, timeOrderedKey(now()), {
        happenedAt: now().toISOString(),
        actor: caller.token,
        action: 'issued',
        item: null,
        verdict: null,
        note: null,
        outcome: decision.outcome,
        ruleVersion: decision.ruleVersion,
      })
    },
  }
  return service.eligibility.issue(stored, link, language)
}
