import { readKnownIssuers } from '../checking/known-issuers.ts'
import type { FetchDocument } from '../checking/remote.ts'
import type { Config } from '../config.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { CheckingSide } from './checking-side.ts'
import type { Keyring } from './keyring.ts'
import { isErasedPath, isPrivatePath, type PublishedDocument } from './published.ts'

interface House {
  readonly config: Config
  readonly catalogue: Catalogue
  readonly keyring: Keyring
  readonly ledger: Ledger
  readonly now: () => Date
  readonly fault: (where: string, thrown: unknown) => void
  published(path: string): Promise<PublishedDocument | undefined>
}

/** The checking side of a service: others are asked by `foreign`, what is ours is read as it is published. */
export function checkingSideOf(house: House, foreign: FetchDocument): CheckingSide {
  const { config, catalogue, keyring, now, fault } = house
  const knownIssuers = readKnownIssuers(config.trustedIssuersFile)
  return new CheckingSide(
    {
      ...{ config, catalogue, keyring, knownIssuers, now, fault },
      published: (path) => house.published(path),
      isErased: (path) => isErasedPath(path, house.ledger),
      isPrivate: (path) => isPrivatePath(path, house.ledger),
    },
    foreign,
  )
}
