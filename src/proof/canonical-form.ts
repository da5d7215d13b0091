import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { loadContext } from './contexts.ts'
import { digestOf, remember } from './remember.ts'

// A document that comes as proof and as JWT, or is looked at for loss and then for its signature, comes close together.
const kept = 100

/**
 * The statements of a document in RDFC-1.0 canonical form, as N-Quads, read in JSON-LD safe mode with pinned contexts
 * alone. The library does the work; it is done once for a document that is asked about several times in a row, because
 * it is by far the dearest part of a verification. Throws what the library throws, data loss among it.
 */
export const canonicalForm: (document: object) => Promise<string> = remember(
  (document: object) =>
    cryptosuite.canonize(document, { base: null, safe: true, documentLoader: loadContext }),
  digestOf,
  kept,
)
