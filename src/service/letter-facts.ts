import { recipientName, type UnsignedBadge } from '../credential/open-badge.ts'
import type { ClaimLinks } from '../holder/claims.ts'
import { inLanguage } from '../language.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import type { ClaimRecord } from '../ledger/claims.ts'
import type { CredentialRecord } from '../ledger/credentials.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { MailRecord } from '../ledger/mails.ts'
import type { LetterFacts, LetterItem } from '../mail/letter.ts'

export interface FactsWorld {
  readonly ledger: Ledger
  readonly catalogue: Catalogue
  readonly publicUrl: URL
  readonly claims: ClaimLinks
}

/** What is to be said to whom; or why nothing is, in place of what a mail server would say. */
export type Addressed =
  | { readonly email: string; readonly facts: LetterFacts }
  | { readonly instead: string }

const badgeOf = (record: CredentialRecord) =>
  JSON.parse(record.signed ?? record.unsigned) as UnsignedBadge

/** Ids of what the letter is about; the newest one where it is about none. */
function subjectsOf({ kind, about, learner }: MailRecord, ledger: Ledger): readonly string[] {
  switch (kind) {
    case 'claim':
      return ledger.letters.broughtBy(about, learner)
    case 'corrected':
      return [ledger.letters.corrected(about)?.credential ?? []].flat()
    case 'new-link':
      return [ledger.letters.newestOf(learner) ?? []].flat()
  }
}

const claimOf = ({ kind, about, learner }: MailRecord, ledger: Ledger): ClaimRecord | undefined =>
  kind === 'new-link' ? ledger.claims.byId(about) : ledger.claims.madeFor(about, learner)

const itemOf = (record: CredentialRecord): LetterItem => {
  const badge = badgeOf(record)
  return { title: badge.name, language: record.language, url: badge.id }
}

/** The name as it was signed last: after a correction that of the letter is the right one too. */
const nameIn = (record: CredentialRecord | undefined, otherwise: string) =>
  (record && recipientName(badgeOf(record).credentialSubject)) ?? otherwise

/** Gathers what a letter says at the moment it is sent, so that it tells of nothing that was revoked or erased since. */
export function letterFacts(mail: MailRecord, world: FactsWorld): Addressed {
  const { ledger, catalogue, publicUrl, claims } = world
  const addressee = ledger.letters.addressee(mail.learner)
  if (!addressee?.email) return { instead: 'there is no address any more' }
  const records = subjectsOf(mail, ledger).flatMap((id) => ledger.credentials.byId(id) ?? [])
  const claim = claimOf(mail, ledger)
  if (records.length === 0 || !claim)
    return { instead: 'what it was to tell of was withdrawn or erased' }
  const language = addressee.language ?? mail.language
  const courses = [...new Set(records.map(({ course }) => course))]
  const course = catalogue.courses.find(({ id }) => id === courses[0])
  return {
    email: addressee.email,
    facts: {
      kind: mail.kind,
      language,
      name: nameIn(records.at(-1), addressee.name),
      items: mail.kind === 'new-link' ? [] : records.map(itemOf),
      claim: { url: claims.urlOf(claim.id), expiresAt: claim.expiresAt },
      issuer: catalogue.issuer.name,
      course: course && courses.length === 1 ? inLanguage(course.name, language) : null,
      publicUrl,
      isIllustrative: catalogue.illustrative,
    },
  }
}
