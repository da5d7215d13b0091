import { actingAs as actAs, nameActor as nameNow } from '../ledger/actor.ts'

// For the web and the command line, which do not know the ledger.
export const actingAs = actAs
export const nameActor = nameNow
