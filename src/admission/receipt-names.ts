import type { ReceiptDecision, ReceiptName } from '../credential/receipt.ts'
import { type Language, type Localised, tell } from '../language.ts'
import type { Specialization } from '../learning/specialization.ts'

type Named = { readonly id: string; readonly name: Localised }

/** The names of what a receipt of a decision has by id, in this language, or in English where that one is owed. */
export function receiptNames(
  { rules, waivedModules }: Pick<ReceiptDecision, 'rules' | 'waivedModules'>,
  specialization: Specialization,
  language: Language,
): readonly ReceiptName[] {
  const named = (kind: ReceiptName['kind'], things: readonly Named[]): ReceiptName[] =>
    things.map(({ id, name }) => ({ kind, id, ...tell(name, language) }))
  const asked = new Set(rules.map(({ rule }) => rule))
  return [
    ...named('specialization', [specialization]),
    ...named(
      'rule',
      specialization.admission.rules.filter(({ id }) => asked.has(id)),
    ),
    ...named(
      'module',
      specialization.modules.filter(({ id }) => waivedModules.includes(id)),
    ),
  ]
}
