import type { Particular, RefusalDetail } from '../errors.ts'
import { formatNumber } from './format.ts'
import type { Messages } from './messages.ts'

/** What is wrong in one place, as a sentence; `at` is how the reader knows the place, where that has another name. */
export function tellParticular(
  { kind, value = '', limit, choices = [], ...place }: Particular,
  { particulars, language }: Pick<Messages, 'particulars' | 'language'>,
  at = place.at,
): string {
  return particulars[kind]({
    at,
    value,
    limit: limit === undefined ? '' : formatNumber(limit, language),
    choices: choices.join(', '),
  })
}

/** The same as one of the complaints of a problem. */
export const toldDetail = (particular: Particular, messages: Messages): RefusalDetail => ({
  at: particular.at,
  message: tellParticular(particular, messages),
})
