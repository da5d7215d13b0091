import { Refusal } from '../errors.ts'
import type { HeldCredential } from '../learning/eligibility/application.ts'
import type { Source, Unread } from './application-form.ts'
import { digestId, type EvidenceSettings, heldCredentials } from './evidence.ts'

export interface GatherSettings extends EvidenceSettings {
  /** Whose word counts for anything. */
  readonly isRecognised: (issuer: string) => boolean
  /** Told of what was thrown that is no refusal: a fault of ours. */
  readonly onFault: (thrown: unknown) => void
}

export interface Gathered {
  readonly credentials: readonly HeldCredential[]
  readonly unread: readonly Unread[]
  /** How many of the unread could not be had at the moment. */
  readonly unreachable: number
}

/** More are refused: one person's certificates are few, and each is checked by its own requests. */
export const maxSources = 50
/** Looking at a few at a time hides how slowly some hosts answer, and leaves room for other people's checks. */
const atOnce = 3
const maxNameChars = 200
/** Fifty certificates say a tenth of it; it is kept, read again for every page, and in memory as often as it is asked for. */
const maxChars = 1_000_000

/** What may be there tomorrow. */
const passing: readonly Unread['code'][] = ['address-unreachable', 'busy', 'fault']

interface Looked {
  readonly credentials: readonly HeldCredential[]
  readonly unread?: Unread
}

async function look(source: Source, settings: GatherSettings): Promise<Looked> {
  const name = source.name.slice(0, maxNameChars)
  try {
    const found = heldCredentials(await source.check(), settings)
    // What has a title of its own is known by that; file names may say more than anybody needs.
    const credentials = found.map((held) =>
      held.title === null ? { ...held, handedInAs: name } : held,
    )
    const unread = { name, code: 'no-credential-found' } as const
    return credentials.length > 0 ? { credentials } : { credentials, unread }
  } catch (thrown) {
    if (thrown instanceof Refusal) return { credentials: [], unread: { name, code: thrown.code } }
    settings.onFault(thrown)
    return { credentials: [], unread: { name, code: 'fault' } }
  }
}

/** Several issuers have signed one id: only an issuer whose word counts keeps it, and of several such none does. */
function apart(
  credentials: readonly HeldCredential[],
  isRecognised: (issuer: string) => boolean,
): readonly HeldCredential[] {
  const issuersOf = new Map<string, Set<string>>()
  for (const { id, issuer } of credentials)
    issuersOf.set(id, (issuersOf.get(id) ?? new Set()).add(issuer))
  return credentials.map((credential) => {
    const issuers = [...(issuersOf.get(credential.id) ?? [])]
    if (issuers.length < 2) return credential
    const keepers = issuers.filter(isRecognised)
    const isKept = keepers.length === 1 && keepers[0] === credential.issuer
    return isKept ? credential : { ...credential, id: digestId(credential.digest) }
  })
}

/**
 * Has everything checked that somebody handed in, a few at a time, and keeps the order. What no credential could be
 * read from is told with its code; what could not be had at the moment is counted, since it may show anything.
 *
 * @throws Refusal `too-large` for more than 50 sources, or where what they say is over a million characters.
 */
export async function gather(
  sources: readonly Source[],
  settings: GatherSettings,
): Promise<Gathered> {
  if (sources.length > maxSources)
    throw new Refusal('too-large', `At most ${maxSources} files and links for one applicant`)
  const looked: Looked[] = []
  let chars = 0
  const waiting = sources.entries()
  const work = async () => {
    for (const [index, source] of waiting) {
      const found = await look(source, settings)
      chars += JSON.stringify(found).length
      if (chars > maxChars)
        throw new Refusal('too-large', 'They say more than is kept of one applicant; hand in fewer')
      looked[index] = found
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const unread = looked.flatMap((each) => each.unread ?? [])
  return {
    credentials: apart(
      looked.flatMap(({ credentials }) => credentials),
      settings.isRecognised,
    ),
    unread,
    unreachable: unread.filter(({ code }) => passing.includes(code)).length,
  }
}
