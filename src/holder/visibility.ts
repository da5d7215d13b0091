import { Refusal } from '../errors.ts'
import { type CredentialRecord, type Visibility, visibilities } from '../ledger/credentials.ts'

export type { Visibility } from '../ledger/credentials.ts'

/** The choice of this name. @throws Refusal `bad-request`. */
export function visibilityOf(name: string): Visibility {
  const visibility = visibilities.find((candidate) => candidate === name)
  if (!visibility)
    throw new Refusal('bad-request', `Visibility is one of ${visibilities.join(', ')}`)
  return visibility
}

/** Whether nobody but its holder is to see it: on every public address it is answered like one that never was. */
export const isPrivate = ({ visibility }: Pick<CredentialRecord, 'visibility'>) =>
  visibility === 'private'

/** Whether its holder chose to be found by name. Nothing else makes it so, a default least of all. */
export const isPublic = ({ visibility }: Pick<CredentialRecord, 'visibility'>) =>
  visibility === 'public'
