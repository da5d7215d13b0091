import { canonizeApart } from './apart.ts'
import type { CanonicalForm } from './canonize.ts'
import { digestOfText, remember } from './remember.ts'

// A document that comes as proof and as JWT, or is looked at for loss and then for its signature, comes close together.
const maxEntries = 100
const maxCharacters = 32 * 1024 * 1024

interface Wanted {
  readonly json: string
  /** Where it has been made already. */
  readonly known?: CanonicalForm
}

const canonizeOnce = remember(
  async ({ json, known }: Wanted) => known ?? canonizeApart(json),
  ({ json }) => digestOfText(json),
  {
    maxEntries,
    maxSize: maxCharacters,
    sizeOf: (form) => ('nquads' in form ? form.nquads.length : 0),
  },
)

/**
 * The canonical form (RDFC-1.0 with SHA-256) of a document given as JSON text, read in JSON-LD safe mode with pinned
 * contexts alone. It is made in a thread, and once for a document that is asked about several times in a row, because
 * it is by far the dearest part of a verification.
 *
 * @throws Overrun past its limits of time and memory, Refusal `busy`.
 */
export function canonicalForm(json: string): Promise<CanonicalForm> {
  return canonizeOnce({ json })
}

/** Hands on the form of a document that was just signed, so that its check need not make it again. */
export async function handOnForm(json: string, nquads: string): Promise<void> {
  await canonizeOnce({ json, known: { nquads } })
}
