import { type Application, type HeldCredential, standings } from './application.ts'
import type { CreditNote, CreditReason } from './decision.ts'
import { type PersonDoubt, personDoubts } from './persons.ts'
import type { Belief, ReadyBook } from './ready-book.ts'

/** A presented credential, and what it may be taken for. */
export interface Held {
  readonly credential: HeldCredential
  /** What its issuer is believed, whenever it was awarded, and what it is believed of this one. */
  readonly ofIssuer: readonly Belief[]
  readonly beliefs: readonly Belief[]
  /** `not-the-applicants`: a person said so. */
  readonly doubt: 'credential-unclear' | PersonDoubt | 'not-the-applicants' | null
  /** Milliseconds since 1970; `Infinity` for no end. */
  readonly endsAt: number
}

/** Presented credentials by what they can do for the applicant; each list in the order of `endsAt`, the last first. */
export interface Weighed {
  readonly counting: readonly Held[]
  readonly doubted: readonly Held[]
  /** Genuine, or not, but of no use now: by their standing. */
  readonly dead: readonly Held[]
  /** Current, and of an issuer whom nobody asked. */
  readonly strangers: readonly Held[]
  readonly notes: readonly CreditNote[]
  readonly personsDiffer: boolean
  readonly isPersonOpen: boolean
}

const smaller = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const rankOf = ({ standing }: HeldCredential) => standings.indexOf(standing)

const byIdBestFirst = (a: HeldCredential, b: HeldCredential): number =>
  smaller(a.id, b.id) ||
  rankOf(a) - rankOf(b) ||
  smaller(a.digest, b.digest) ||
  smaller(JSON.stringify(a), JSON.stringify(b))

const isWithin = ({ since, until }: Belief, day: string | null): boolean =>
  (since === null && until === null) ||
  (day !== null && (since === null || day >= since) && (until === null || day <= until))

const none: readonly Belief[] = []

function believed(ready: ReadyBook, { isOwn, issuer }: HeldCredential): readonly Belief[] {
  const foreign = ready.beliefs.get(issuer) ?? none
  if (!isOwn) return foreign
  return foreign.length === 0 ? ready.ownBeliefs : [...ready.ownBeliefs, ...foreign]
}

function endOf({ validUntil }: HeldCredential): number {
  const end = validUntil === null ? Number.NaN : Date.parse(validUntil)
  return Number.isNaN(end) ? Number.POSITIVE_INFINITY : end
}

const isAlive = ({ standing }: HeldCredential) => standing === 'current' || standing === 'unclear'

function reasonOf({ credential, beliefs, doubt }: Held): CreditReason {
  const { standing } = credential
  if (standing !== 'current' && standing !== 'unclear') return standing
  if (beliefs.length === 0) return 'issuer-not-recognised'
  if (doubt === null) return 'counts'
  return doubt === 'credential-unclear' ? 'unclear' : doubt
}

/** What could still do something for the applicant. */
const isAsked = ({ credential, beliefs, doubt }: Held): boolean =>
  isAlive(credential) && beliefs.length > 0 && doubt !== 'not-the-applicants'

function noteOf(held: Held): CreditNote {
  const reason = reasonOf(held)
  const isUnclear = isAsked(held)
  const counts = reason === 'counts' ? 'yes' : isUnclear ? 'unclear' : 'no'
  return { id: held.credential.id, counts, reason }
}

function withDoubts(held: readonly Held[], person: string | null): readonly Held[] {
  const asked = held.filter(isAsked)
  const doubts = personDoubts(
    person,
    asked.map(({ credential }) => credential),
  )
  const doubtOf = new Map(asked.map((each, index) => [each, doubts[index] ?? null]))
  return held.map((each) => ({ ...each, doubt: doubtOf.get(each) ?? each.doubt }))
}

const isDoubtOfPerson = ({ doubt }: Held): boolean =>
  doubt !== null && doubt !== 'credential-unclear'

/**
 * After a person said that they are not all one person's: the applicant's own go on counting, the others are left aside.
 * Where several persons are named and none of them as the applicant, nobody knows which are whose.
 */
function leftAside(held: readonly Held[]): readonly Held[] {
  if (held.some(({ doubt }) => doubt === 'persons-differ')) return held
  return held.map((each) =>
    isDoubtOfPerson(each) ? { ...each, doubt: 'not-the-applicants' as const } : each,
  )
}

const lastEndFirst = (a: Held, b: Held): number => {
  if (a.endsAt !== b.endsAt) return a.endsAt > b.endsAt ? -1 : 1
  return smaller(a.credential.id, b.credential.id)
}

/**
 * Which of the presented credentials count, in whatever order they come: each id once, only what is current, recognised,
 * and about the applicant.
 */
export function weigh(
  ready: ReadyBook,
  { credentials, person }: Application,
  personVerdict: 'accepted' | 'refused' | undefined,
): Weighed {
  const sorted = [...credentials].sort(byIdBestFirst)
  const isCopy = (index: number) => sorted[index]?.id === sorted[index - 1]?.id
  const alone = sorted
    .filter((_, index) => index === 0 || !isCopy(index))
    .map((credential): Held => {
      const ofIssuer = believed(ready, credential)
      return {
        credential,
        ofIssuer,
        beliefs: ofIssuer.filter((belief) => isWithin(belief, credential.awardedOn)),
        doubt: credential.standing === 'unclear' ? 'credential-unclear' : null,
        endsAt: endOf(credential),
      }
    })
  const doubted = personVerdict === 'accepted' ? alone : withDoubts(alone, person)
  const held = personVerdict === 'refused' ? leftAside(doubted) : doubted
  const notes = new Map(held.map((each) => [each.credential.id, noteOf(each)]))
  const inOrder = [...held].sort(lastEndFirst)
  return {
    counting: inOrder.filter((each) => isAsked(each) && each.doubt === null),
    doubted: inOrder.filter((each) => isAsked(each) && each.doubt !== null),
    dead: inOrder.filter(({ credential }) => !isAlive(credential)),
    strangers: inOrder.filter(
      ({ credential, beliefs }) => credential.standing === 'current' && beliefs.length === 0,
    ),
    notes: sorted.map(({ id }, index): CreditNote => {
      if (index > 0 && isCopy(index)) return { id, counts: 'no', reason: 'twice' }
      return notes.get(id) ?? { id, counts: 'no', reason: 'twice' }
    }),
    personsDiffer: held.some(({ doubt }) => doubt === 'persons-differ'),
    isPersonOpen: personVerdict === undefined && held.some(isDoubtOfPerson),
  }
}
