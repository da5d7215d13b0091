import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { Refusal } from '../errors.ts'
import type { Course } from '../learning/catalogue.ts'
import { type CohortMember, generateCohort } from '../learning/cohort.ts'
import { encodeExcelCsv, writeColophonCsv, writeMoodleCsv } from '../learning/cohort-csv.ts'
import { courseOf } from '../service/import-completions.ts'
import type { Define } from './command.ts'

const formats = ['colophon', 'moodle', 'moodle-excel'] as const
const maxSize = 1_000_000
// Long past, so that no clock takes the sample for the future.
const startsOn = '2025-10-06'

interface CohortWords {
  readonly course: string
  readonly size: string
  readonly seed: string
  readonly format: string
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > maxSize)
    throw new Refusal('bad-request', `--${name} is a whole number from 1 to ${maxSize}`)
  return value
}

function* inFormat(
  format: (typeof formats)[number],
  members: Iterable<CohortMember>,
  course: Course,
): Generator<string | Uint8Array> {
  if (format === 'colophon') return yield* writeColophonCsv(members)
  const language = 'en' as const
  const site = { course, language, hasEmail: true }
  if (format === 'moodle') return yield* writeMoodleCsv(members, { ...site, format: 'csv' })
  yield encodeExcelCsv([...writeMoodleCsv(members, { ...site, format: 'excelcsv' })].join(''))
}

/** `cohort`: writes an export of invented learners, to try an import with. */
export function cohortCommand(program: Command, define: Define): void {
  const command = define(program, 'cohort <file>', 'write an export of invented learners to try')
  command.command
    .requiredOption('--course <id>', 'course of the catalogue')
    .option('--size <learners>', 'how many learners', '400')
    .option('--seed <number>', 'the same seed gives the same people', '2026')
    .option('--format <format>', formats.join(', '), 'colophon')
  command.run(async ({ service, output }, file: string, words: CohortWords) => {
    const course = courseOf(service.catalogue.courses, words.course)
    const format = formats.find((known) => known === words.format)
    if (!format) throw new Refusal('bad-request', `--format is one of ${formats.join(', ')}`)
    const size = wholeNumber('size', words.size)
    const seed = wholeNumber('seed', words.seed)
    const text = inFormat(format, generateCohort({ seed, size, course, startsOn }), course)
    await pipeline(Readable.from(text), createWriteStream(file))
    output.result({ file, size, seed, format }, [`${size} invented learners in ${file}`])
    return 0
  })
}
