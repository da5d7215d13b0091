import { readKnownIssuers } from '../checking/known-issuers.ts'
import type { FetchDocument } from '../checking/remote.ts'
import { CheckingSide } from './checking-side.ts'
import { isErasedPath, isPrivatePath } from './published.ts'
import type { Service } from './service.ts'

/** The checking side of a service: others are asked by `foreign`, what is ours is read as it is published. */
export function checkingSideOf(service: Service, foreign: FetchDocument): CheckingSide {
  const { config, catalogue, keyring, now, fault } = service
  const knownIssuers = readKnownIssuers(config.trustedIssuersFile)
  return new CheckingSide(
    {
      ...{ config, catalogue, keyring, knownIssuers, now, fault },
      published: (path) => service.published(path),
      isErased: (path) => isErasedPath(path, service.ledger),
      isPrivate: (path) => isPrivatePath(path, service.ledger),
    },
    foreign,
  )
}
