import { Refusal } from '../../errors.ts'
import type { Language } from '../../language.ts'
import { messagesFor } from '../../messages/offered.ts'
import type { DeskComplaint } from '../../pages/operator/accounts-page.ts'
import { statusOf } from '../problem.ts'

/** What a form was refused for, to be shown above it; anything else is thrown on. */
export function complaintOf(
  thrown: unknown,
  language: Language,
): { readonly status: number; readonly problem: DeskComplaint } {
  if (!(thrown instanceof Refusal) || ['unauthorised', 'forbidden'].includes(thrown.code))
    throw thrown
  return { status: statusOf[thrown.code], problem: messagesFor(language).refusals[thrown.code] }
}
