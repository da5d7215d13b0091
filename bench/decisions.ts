import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { performance } from 'node:perf_hooks'
import {
  type Application,
  type HeldCredential,
  unsaid,
} from '../src/learning/eligibility/application.ts'
import type { RuleBook } from '../src/learning/eligibility/rule-book.ts'
import { ruleBookOf } from '../src/learning/eligibility/rule-book-of.ts'
import { decide } from '../src/learning/eligibility.ts'
import { parseCatalogue } from '../src/learning/parse-catalogue.ts'

const count = 100_000
// Each is decided many times, so that memory holds few: reading them from a disk is not what is measured.
const different = 2_000

const plain: Omit<HeldCredential, 'id' | 'digest'> = {
  ...unsaid,
  standing: 'current',
  because: null,
  issuer: 'did:web:own.example',
  isOwn: true,
  awardedOn: '2026-10-01',
}

/** What applicants present by turns: our own and others', some expired, some that nobody could look at. */
const kinds: readonly Partial<HeldCredential>[] = [
  { achievement: 'mooc-completion' },
  { achievement: 'area-communication' },
  { achievement: 'mooc-participation' },
  {
    isOwn: false,
    issuer: 'did:web:academy.example',
    achievement: 'https://academy.example/achievements/social-media',
    hours: 30,
    alignments: [
      'https://academy.example/skills/social-media',
      'https://academy.example/skills/content-creation',
    ],
    validUntil: '2027-06-30T00:00:00Z',
  },
  {
    isOwn: false,
    issuer: 'did:web:stranger.example',
    achievement: 'https://stranger.example/badge',
    hours: 100,
  },
  { achievement: 'area-safety', standing: 'expired', because: 'expired' },
  { achievement: 'area-content', standing: 'unclear', because: 'list-unreachable' },
]

const kindAt = (place: number) => kinds[place % kinds.length]

function applicationAt(applicant: number, statements: readonly string[]): Application {
  const credentials = [0, 1, 2].map((nth) => ({
    ...plain,
    // Each kind of the three with each other in turn.
    ...kindAt(Math.floor(applicant / kinds.length ** nth)),
    id: `urn:example:${applicant}-${nth}`,
    digest: `sha256-${applicant}-${nth}`,
    name: `Applicant ${applicant}`,
  }))
  return {
    person: applicant % 2 === 0 ? null : `Applicant ${applicant}`,
    credentials,
    statements: statements.slice(0, 2).map((statement) => ({
      statement,
      note: 'As agreed.',
      document: { name: 'letter.pdf', digest: 'sha256-' },
    })),
    unreachable: 0,
    reviews:
      applicant % 3 === 0 ? [{ item: `statement:${statements[0]}`, verdict: 'accepted' }] : [],
    appliedAt: '2026-11-20T10:00:00Z',
    decidedAt: '2026-11-22T10:00:00Z',
  }
}

function measure(book: RuleBook): void {
  const statements = book.statements.map(({ id }) => id)
  const stored = Array.from({ length: different }, (_, n) =>
    JSON.stringify(applicationAt(n, statements)),
  )
  const outcomes = new Map<string, number>()
  const from = performance.now()
  const before = process.cpuUsage()
  for (let round = 0; round < count / different; round += 1) {
    for (const text of stored) {
      const { outcome } = decide(book, JSON.parse(text))
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
  }
  const seconds = (performance.now() - from) / 1000
  const { user, system } = process.cpuUsage(before)
  const told = [...outcomes].map(([outcome, times]) => `${times} ${outcome}`).join(', ')
  console.log(
    `${book.specialization}: ${count} decisions over stored applications of three credentials and two statements, ` +
      `${book.modules.length} modules: ${seconds.toFixed(1)} s, of the processor ${((user + system) / 1e6).toFixed(1)} s (${told})`,
  )
}

/** `npm run bench:decisions`: how long a hundred thousand decisions take, read from their JSON, in this one thread. */
function main(): void {
  const catalogue = parseCatalogue(JSON.parse(readFileSync('catalogue/biblio.json', 'utf8')))
  for (const specialization of catalogue.specializations)
    measure(ruleBookOf(catalogue, specialization))
  const [cpu] = cpus()
  console.log(
    `Node ${process.version}, ${process.platform} ${process.arch}, one of ${cpus().length} × ${cpu?.model ?? 'unknown'}`,
  )
}

main()
