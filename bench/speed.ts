import { cpus } from 'node:os'
import { openStrangers } from '../test/support/strangers.ts'
import { openWorkshop } from '../test/support/workshop.ts'
import { issueComparisons, pdfComparison, verifyComparisons } from './comparisons.ts'
import { openReference } from './reference.ts'
import { compare, type Outcome } from './rounds.ts'

/** What each side does and leaves out: printed below the table, because the numbers mean nothing without it. */
const notes = [
  'Both sides run in this one process, in turn, in rounds of ten (PDF: three); medians of the rounds, the first two not counted.',
  '`issue` of the reference (`@digitalbazaar/vc`, unmodified) adds one eddsa-rdfc-2022 proof: same document, same key, contexts in memory.',
  'Sign only is the same work plus a copy of the document. The whole path does more: reserve durably, build and conform, sign a proof and an ES256 JWT, verify both as a stranger would, record durably.',
  'Our verify starts from bytes: strict JSON, rules of the standard, terms no context defines, issuer key, proof, dates, status list, what is published, known issuers; canonicalisation and proofs in threads with a limit. The reference parses with JSON.parse and checks proof, key and dates; its status check is a stub that says yes.',
  'Of a JWT and a PDF the reference gets the JSON with its proof. Of a PDF ours reads the attachment, renders the pages, and compares what they print with what is signed.',
  'Nothing goes over a network: DID document and status list come from memory on both sides. Ours remembers, by content, statements and proofs it has worked out, within one verification and between them; so first-time figures use credentials that our code never saw. The one status list they share has its proof checked once, its bit read each time.',
]

const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1))

const row = ({ name, oursPerSecond, referencePerSecond, ratio }: Outcome) =>
  `| ${name} | ${figure(oursPerSecond)} | ${referencePerSecond ? figure(referencePerSecond) : '–'} | ${ratio ? ratio.toFixed(2) : '–'} |`

function print(outcomes: readonly Outcome[], machine: string): void {
  console.log('| | ours per s | reference per s | ours / reference |')
  console.log('| --- | ---: | ---: | ---: |')
  for (const outcome of outcomes) console.log(row(outcome))
  console.log(`\n${machine}\n`)
  for (const note of notes) console.log(`- ${note}`)
}

/** `npm run bench [-- --json]`. */
async function main(): Promise<void> {
  const path = await openWorkshop()
  const strangers = await openStrangers()
  try {
    const reference = await openReference(await strangers.issuer.keyring.current())
    const { issuer: pool, checker } = strangers
    const bench = { path: path.service, pool, checker, reference }
    const outcomes: Outcome[] = []
    for (const comparison of await issueComparisons(bench)) outcomes.push(await compare(comparison))
    for (const comparison of await verifyComparisons(bench))
      outcomes.push(await compare(comparison))
    outcomes.push(await compare(await pdfComparison(bench)))
    const [cpu] = cpus()
    const machine = `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpu?.model ?? 'unknown'}`
    if (process.argv.includes('--json'))
      console.log(JSON.stringify({ machine, outcomes, notes }, null, 2))
    else print(outcomes, machine)
  } finally {
    await path.close()
    await strangers.close()
  }
}

await main()
