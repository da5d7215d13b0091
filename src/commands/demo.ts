import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Command } from 'commander'
import { recipientName, resultOfType, type SignedBadge } from '../credential/open-badge.ts'
import type { Course } from '../learning/catalogue.ts'
import { generateCohort } from '../learning/cohort.ts'
import { writeColophonCsv } from '../learning/cohort-csv.ts'
import { readCompletions } from '../learning/csv.ts'
import { readOptions } from '../service/read-options.ts'
import type { IssuedRecord, Service } from '../service/service.ts'
import type { CommandContext, Define, ExitCode } from './command.ts'
import { decisionTable, demoDecisions } from './demo-decisions.ts'
import { issueWithProgress } from './import.ts'
import { openInput, readAll } from './input.ts'
import { exportForms } from './records.ts'

const seed = 2026
const size = 400
const run = 'demo'
// Long past, so that no clock takes the sample for the future.
const startsOn = '2025-10-06'

/** One credential worth looking at: which kind, and in which script its name is. */
interface Showcase {
  readonly what: string
  readonly isIt: (badge: SignedBadge, name: string) => boolean
}

const typeOf = (badge: SignedBadge) => badge.credentialSubject.achievement.achievementType
const isCompletion = (badge: SignedBadge) => typeOf(badge) === 'CertificateOfCompletion'
const hasDistinction = (badge: SignedBadge) =>
  resultOfType(badge.credentialSubject, 'ext:Distinction') !== undefined

const showcases: readonly Showcase[] = [
  {
    what: 'completion with distinction, Latin',
    isIt: (badge, name) =>
      isCompletion(badge) && hasDistinction(badge) && /^[\p{Script=Latin}\s'’-]+$/u.test(name),
  },
  {
    what: 'completion, Greek',
    isIt: (badge, name) =>
      isCompletion(badge) && !hasDistinction(badge) && /^[\p{Script=Greek}\s'’-]+$/u.test(name),
  },
  {
    what: 'module badge, Cyrillic',
    isIt: (badge, name) =>
      /Badge|Competency/.test(typeOf(badge) ?? '') && /^[\p{Script=Cyrillic}\s'’-]+$/u.test(name),
  },
  {
    what: 'participation, Latvian',
    isIt: (badge, name) =>
      !isCompletion(badge) &&
      !/Badge|Competency/.test(typeOf(badge) ?? '') &&
      /[āčēģīķļņšūž]/i.test(name),
  },
]

function findShowcases(service: Service): { what: string; record: IssuedRecord; name: string }[] {
  const open = new Set(showcases)
  const found: { what: string; record: IssuedRecord; name: string }[] = []
  let after = ''
  while (open.size > 0) {
    const page = service.ledger.credentials.issued(after, 200) as IssuedRecord[]
    for (const record of page) {
      const badge = JSON.parse(record.signed) as SignedBadge
      const name = recipientName(badge.credentialSubject) ?? ''
      const showcase = [...open].find((candidate) => candidate.isIt(badge, name))
      if (!showcase) continue
      open.delete(showcase)
      found.push({ what: showcase.what, record, name })
    }
    const last = page.at(-1)
    if (!last) break
    after = last.rowKey
  }
  return found
}

/** Writes every form of one credential and checks each file as a stranger would. */
async function showOne(service: Service, record: IssuedRecord, folder: string) {
  const { written } = await exportForms(service, record, folder)
  const verdicts: string[] = []
  for (const file of written) {
    const { report } = await service.verify(await readAll(openInput(file)))
    verdicts.push(`${report.source.kind} ${report.verdict}`)
  }
  return verdicts
}

async function importCohort(context: CommandContext, course: Course) {
  const { service, config } = context
  const file = join(config.dataDir, 'demo', `cohort-${size}.csv`)
  mkdirSync(join(config.dataDir, 'demo'), { recursive: true })
  writeFileSync(
    file,
    [...writeColophonCsv(generateCohort({ seed, size, course, startsOn }))].join(''),
  )
  const options = readOptions({
    course,
    run,
    format: 'colophon',
    dates: 'ymd',
    matchByName: false,
    now: service.now(),
  })
  const request = { course, run, language: course.language, isDryRun: false, requestedBy: 'demo' }
  const summary = await service.import(
    () => readCompletions(openInput(file), options),
    request,
    () => undefined,
  )
  return { file, summary }
}

const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`

async function runDemo(context: CommandContext): Promise<ExitCode> {
  const { service, config, output } = context
  const startedAt = performance.now()
  await service.keyring.makeMissing(service.now())
  const [course] = service.catalogue.courses
  if (!course) throw new Error('the catalogue has no course')

  const { file, summary } = await importCohort(context, course)
  output.note(`read ${file} in ${seconds(startedAt)}`)
  const issuingFrom = performance.now()
  const { issued } = await issueWithProgress(context)
  const issuingTook = seconds(issuingFrom)

  const folder = join(config.dataDir, 'demo', 'credentials')
  const shown = []
  for (const { what, record, name } of findShowcases(service)) {
    const verdicts = await showOne(service, record, folder)
    const url = new URL(`/c/${record.id}`, config.publicUrl).href
    shown.push({ what, name, url, files: join(folder, `${record.id}.*`), verdicts })
  }
  const show = (record: IssuedRecord) => showOne(service, record, folder)
  const [specialization] = service.catalogue.specializations
  const decisions = specialization ? await demoDecisions(specialization, show, context) : []
  const verdicts = [
    ...shown.map((each) => each.verdicts),
    ...decisions.map(({ checked }) => checked ?? []),
  ]
  const isProven = verdicts.flat().every((text) => text.endsWith(' valid'))
  output.result({ summary, issued, shown, decisions, isProven }, [
    `${summary.lines} learners: ${summary.reserved} new awards, ${summary.alreadyIssued} issued before, ${summary.rejected} rows refused`,
    `${issued} credentials signed, verified and recorded in ${issuingTook}`,
    '',
    ...shown.flatMap(({ what, name, url, files, verdicts }) => [
      `${what}: ${name}`,
      `  ${url}`,
      `  ${files}`,
      `  checked: ${verdicts.join(', ')}`,
    ]),
    '',
    ...decisionTable(decisions),
    '',
    `done in ${seconds(startedAt)}; "npm start" serves them at ${config.publicUrl.origin}`,
    ...(/localhost|127\.0\.0\.1/.test(config.publicUrl.hostname)
      ? ['these credentials name localhost as their issuer, so they verify on this machine only']
      : []),
  ])
  return isProven && shown.length === showcases.length ? 0 : 1
}

/** `demo`: the main job on a fresh machine, from a made-up export to credentials that verify and decisions that
 * rest on them; twice issues nothing twice. */
export function demoCommand(program: Command, define: Define): void {
  define(program, 'demo', 'issue a made-up cohort of 400 learners and prove that it verifies').run(
    runDemo,
  )
}
