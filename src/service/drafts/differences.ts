import { correctable } from '../../credential/correct.ts'
import type { UnsignedBadge } from '../../credential/open-badge.ts'
import type { Award } from '../../learning/awards.ts'
import type { Ledger } from '../../ledger/ledger.ts'

/** What a file says otherwise than the credential that was issued; empty where one of them says nothing. */
export interface Difference {
  readonly fact: 'name' | 'score' | 'awardedOn'
  readonly issued: string
  readonly file: string
}

const textOf = (value: string | number | undefined) => (value === undefined ? '' : String(value))

/**
 * What an award of a file says otherwise than the credential of the same natural key. The day is told, although it
 * alone makes no difference: an LMS may compute it anew.
 */
export function differencesOf(award: Award, credential: string, ledger: Ledger): Difference[] {
  const record = ledger.credentials.byId(credential)
  if (!record) return []
  const issued = correctable(JSON.parse(record.unsigned) as UnsignedBadge)
  const score = award.results.find((result) => result.kind === 'score')
  const file = {
    name: award.learner.name,
    score: score?.kind === 'score' ? score.percent : undefined,
    awardedOn: award.awardedOn,
  }
  return (['name', 'score', 'awardedOn'] as const).flatMap((fact) => {
    const [before, now] = [textOf(issued[fact]), textOf(file[fact])]
    return before === now ? [] : [{ fact, issued: before, file: now }]
  })
}
