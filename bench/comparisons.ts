import { readFileSync } from 'node:fs'
import fontkit from '@cantoo/fontkit'
import type { UnsignedBadge } from '../src/credential/open-badge.ts'
import { loadFace } from '../src/documents/fonts.ts'
import { packageFile } from '../src/package-root.ts'
import { signDataIntegrity } from '../src/proof/data-integrity.ts'
import { artefact } from '../src/service/artefacts.ts'
import type { Service } from '../src/service/service.ts'
import { issueOne } from '../test/support/workshop.ts'
import {
  freshAwards,
  type Handed,
  issueGroup,
  neverSeen,
  unsignedBadges,
  verifyAll,
} from './ours.ts'
import type { Reference } from './reference.ts'
import { allRounds, type Comparison } from './rounds.ts'

/** Ledgers apart, so that what one comparison leaves pending is no work for another. */
export interface Bench {
  readonly path: Service
  readonly pool: Service
  /** Elsewhere, and knows of the pool what that publishes. */
  readonly checker: Service
  readonly reference: Reference
}

const sliceOf = <Item>(items: readonly Item[], count: number, round: number) =>
  items.slice(round * count, (round + 1) * count)

/** Signing alone, and the whole path, against the library's `issue` of the same documents. */
export async function issueComparisons({ path, pool, reference }: Bench): Promise<Comparison[]> {
  const signer = (await pool.keyring.current()).signer('Ed25519')
  const plan = { count: 10, rounds: 9 }
  const texts = (await unsignedBadges(pool, plan.count * allRounds(plan.rounds))).map((badge) =>
    JSON.stringify(badge),
  )
  const documents = (count: number, round: number) =>
    sliceOf(texts, count, round % allRounds(plan.rounds)).map(
      (text) => JSON.parse(text) as UnsignedBadge,
    )
  const referenceIssues = async (count: number, round: number) => {
    for (const document of documents(count, round)) await reference.issue(document)
  }
  return [
    {
      name: 'issue: sign only (signDataIntegrity)',
      ...plan,
      ours: async (count, round) => {
        for (const document of documents(count, round))
          await signDataIntegrity(document, signer, pool.now())
      },
      reference: referenceIssues,
    },
    {
      name: 'issue: whole path, one award at a time',
      ...plan,
      ours: async (count) => {
        for (let nth = 0; nth < count; nth += 1) await issueGroup(path, 1)
      },
      reference: referenceIssues,
    },
    {
      name: 'issue: whole path, as an import of 10',
      ...plan,
      ours: (count) => issueGroup(path, count),
      reference: referenceIssues,
    },
  ]
}

/**
 * Verification of the same documents by both, as a stranger to their issuer: every one once, in several forms, and ten
 * again and again.
 */
export async function verifyComparisons(bench: Bench): Promise<Comparison[]> {
  const { checker, reference } = bench
  const plan = { count: 10, rounds: 9 }
  const all = plan.count * allRounds(plan.rounds)
  const referenceVerifies = async (handed: readonly Handed[]) => {
    for (const { json } of handed) await reference.verify(JSON.parse(json) as object)
  }
  const once = (name: string, handed: readonly Handed[], atOnce = 1): Comparison => ({
    name,
    ...plan,
    ours: (count, round) => verifyAll(checker, sliceOf(handed, count, round), atOnce),
    reference: (count, round) => referenceVerifies(sliceOf(handed, count, round)),
  })
  const few = await neverSeen(bench, plan.count)
  return [
    once('verify: every credential for the first time', await neverSeen(bench, all)),
    once('verify: the same, four at a time', await neverSeen(bench, all), 4),
    once('verify: JWT, for the first time', await neverSeen(bench, all, 'jwt')),
    once('verify: PDF certificates, for the first time', await neverSeen(bench, all, 'pdf')),
    {
      name: 'verify: the same ten again (ours remembers)',
      ...plan,
      ours: () => verifyAll(checker, few),
      reference: () => referenceVerifies(few),
    },
  ]
}

const faceFiles = ['EBGaramond-Regular.ttf', 'EBGaramond-Italic.ttf', 'NotoSans-Regular.ttf']

/** What a file would cost if it parsed its fonts itself, as `loadFace` does once for all. */
function parseFonts(): void {
  for (const file of faceFiles) {
    const font = fontkit.create(readFileSync(packageFile('assets', 'fonts', file)))
    if ('fonts' in font) throw new TypeError(file)
    for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint)
  }
}

/** Certificates drawn from fonts that all files share, against fonts parsed anew for each. */
export async function pdfComparison({ path }: Bench): Promise<Comparison> {
  const [award] = freshAwards(1)
  const record = await issueOne(path, { ...award, key: award?.learner.key ?? '' })
  loadFace('sans')
  const draw = async (count: number) => {
    // Drawn each time: the service itself would remember the file.
    for (let nth = 0; nth < count; nth += 1) await artefact(record, 'pdf', path)
  }
  return {
    name: 'PDF certificates (reference: fonts parsed anew for each)',
    count: 3,
    rounds: 10,
    ours: draw,
    reference: async (count) => {
      for (let nth = 0; nth < count; nth += 1) {
        parseFonts()
        await draw(1)
      }
    },
  }
}
