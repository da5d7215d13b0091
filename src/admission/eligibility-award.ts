import type { Support } from '../credential/build.ts'
import { integrityOf } from '../credential/integrity.ts'
import type { RelatedResource } from '../credential/open-badge.ts'
import { Refusal } from '../errors.ts'
import type { Award } from '../learning/awards.ts'
import type { Application, HeldCredential } from '../learning/eligibility/application.ts'
import { type Decision, idsCounted } from '../learning/eligibility/decision.ts'
import type { RestsOn } from '../learning/eligibility/rests-on.ts'
import { eligibilityId } from '../learning/eligibility-achievement.ts'

/** A credential that the answer rests on, and for what. */
export interface Supporting extends RestsOn {
  readonly held: HeldCredential
}

/** What stands under a path of PUBLIC_URL, as anybody gets it. */
export type Publish = (
  path: string,
) => Promise<{ readonly contentType: string; readonly text: string } | undefined>

/** What it rests on, with what was handed in for it; the better one of two with the same id. */
export function supportingOf(rests: readonly RestsOn[], application: Application): Supporting[] {
  return rests.flatMap((each) => {
    const same = application.credentials.filter(({ id }) => id === each.id)
    const held = same.find(({ standing }) => standing === 'current') ?? same[0]
    return held ? [{ ...each, held }] : []
  })
}

/** Whose words about a person come first: ours, then those of others in the order of their ids. */
const oursFirst = (credentials: readonly HeldCredential[]) => [
  ...credentials.filter(({ isOwn }) => isOwn),
  ...credentials.filter(({ isOwn }) => !isOwn),
]

/**
 * Credentials that tell who the applicant is: those that the answer rests on, or, where it rests on none, all that count.
 */
export function aboutApplicant(
  supporting: readonly Supporting[],
  decision: Decision,
  application: Application,
): readonly HeldCredential[] {
  if (supporting.length > 0) return oursFirst(supporting.map(({ held }) => held))
  const counted = idsCounted(decision, 'yes')
  return oursFirst(application.credentials.filter(({ id }) => counted.has(id)))
}

/**
 * The eligibility as an award. The name is as the credentials have it, else as the applicant gave it.
 *
 * @throws Refusal `bad-request` when neither names anybody: a credential of nobody is worth nothing.
 */
export function eligibilityAward(
  id: string,
  decision: Decision,
  applicant: { readonly name: string | null | undefined; readonly key: string },
): Award {
  const name = applicant.name?.normalize('NFC').trim()
  if (!name)
    throw new Refusal('bad-request', 'Neither a credential nor the application names the applicant')
  const { points, of } = decision.priority
  return {
    learner: { key: applicant.key, name, email: null, language: null },
    achievement: eligibilityId(decision.specialization),
    course: decision.specialization,
    run: id,
    awardedOn: decision.decidedAt.slice(0, 10),
    results: [
      { kind: 'rules', version: decision.ruleVersion },
      { kind: 'decision', reason: decision.reason },
      { kind: 'priority', points, of },
    ],
  }
}

/**
 * A digest that anybody can compare: only of what our own address answers with, the same bytes for ever (VC DM 2.0
 * §5.3). What others publish may change or go, and what was checked may have come in a PDF.
 */
async function publishedCopy(
  { id, isOwn }: HeldCredential,
  publicUrl: URL,
  publish: Publish,
): Promise<RelatedResource | undefined> {
  if (!isOwn || !URL.canParse(id) || new URL(id).origin !== publicUrl.origin) return undefined
  const path = `${new URL(id).pathname}.json`
  const document = await publish(path)
  return (
    document && {
      id: new URL(path, publicUrl).href,
      digestSRI: integrityOf(document.text),
      mediaType: document.contentType,
    }
  )
}

const listed = (kind: string, ids: readonly string[]) =>
  ids.length > 0 ? [`${kind}: ${ids.join(', ')}.`] : []

/** OB 3.0 "Evidence", in words that a program can read too; nothing of the person is in it. */
const evidenceOf = ({ held, rules, modules }: Supporting, digest: string) => ({
  type: ['Evidence'],
  name: held.title ?? 'Credential',
  genre: 'Credential',
  narrative: [
    `Credential ${held.id}, issued by ${held.issuer}, ${digest}.`,
    ...listed('Rules met by it', rules),
    ...listed('Modules waived by it', modules),
  ].join(' '),
})

/** How long the eligibility holds, and what it rests on, as it is signed. */
export async function supportOf(
  supporting: readonly Supporting[],
  decision: Decision,
  { publicUrl, publish }: { readonly publicUrl: URL; readonly publish: Publish },
): Promise<Support> {
  const copies = await Promise.all(
    supporting.map(({ held }) => publishedCopy(held, publicUrl, publish)),
  )
  return {
    validUntil: new Date(decision.validUntil),
    evidence: supporting.map((each, index) =>
      evidenceOf(each, copies[index]?.digestSRI ?? each.held.digest),
    ),
    relatedResource: copies.flatMap((copy) => copy ?? []),
  }
}
