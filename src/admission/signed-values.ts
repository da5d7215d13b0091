import { isObject, type JsonObject } from '../checking/receiving/received.ts'

/** The figures and grades of an achievement, read strictly: what is not plainly one of them is not there. */
export interface SignedValues {
  readonly hours: number | null
  readonly credits: number | null
  readonly percent: number | null
  readonly grade: string | null
  readonly hasDistinction: boolean
}

const maxHours = 10_000
const maxCredits = 1_000
const maxGradeChars = 100

const objects = (value: unknown): readonly JsonObject[] => [value].flat().filter(isObject)

const plainNumber = /^\d{1,6}(?:\.\d{1,6})?$/

/** A number as written in plain digits; no signs, exponents or other alphabets' digits, nothing around it. */
function numberOf(value: unknown): number | undefined {
  const text = typeof value === 'string' ? value.trim() : undefined
  if (text !== undefined) return plainNumber.test(text) ? Number(text) : undefined
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined
}

interface DescribedResult {
  readonly type: string
  readonly value: unknown
  readonly max: unknown
}

/** Results with the description they refer to (OB 3.0 §B.1.15): what one means is its `resultType`, never its name. */
function describedResults(subject: JsonObject, achievement: JsonObject): DescribedResult[] {
  const descriptions = objects(achievement.resultDescription)
  return objects(subject.result).flatMap(({ resultDescription, value }) => {
    const described = descriptions.filter(({ id }) => id !== undefined && id === resultDescription)
    const [only, other] = described
    // Two descriptions of one id could make the same figure mean two things.
    if (!only || other || typeof only.resultType !== 'string') return []
    return [{ type: only.resultType, value, max: only.valueMax }]
  })
}

/** Of several figures of one kind the least: which one the issuer means is not ours to choose. */
const least = (found: readonly (number | undefined)[]): number | null => {
  const numbers = found.filter((each) => each !== undefined)
  return numbers.length > 0 && numbers.length === found.length ? Math.min(...numbers) : null
}

function percentOf({ type, value, max }: DescribedResult): number | undefined {
  const text = typeof value === 'string' ? value.trim().replace(/ ?%$/, '') : value
  const number = numberOf(type === 'Percent' ? text : value)
  const of = type === 'Percent' ? 100 : numberOf(max)
  if (number === undefined || of === undefined || of <= 0 || number > of) return undefined
  return (number * 100) / of
}

function hoursOf({ value }: DescribedResult): number | undefined {
  const hours = numberOf(value)
  return hours !== undefined && hours > 0 && hours <= maxHours ? hours : undefined
}

function gradeOf(results: readonly DescribedResult[]): string | null {
  const grades = results.map(({ value }) => (typeof value === 'string' ? value.trim() : ''))
  const [grade = '', ...others] = [...new Set(grades)]
  return others.length === 0 && grade !== '' && grade.length <= maxGradeChars ? grade : null
}

/** OB 3.0 `creditsEarned` of the subject, else `creditsAvailable` of the achievement. */
function creditsOf(subject: JsonObject, achievement: JsonObject): number | null {
  const stated = subject.creditsEarned ?? achievement.creditsAvailable
  const credits = numberOf(stated)
  return credits !== undefined && credits > 0 && credits <= maxCredits ? credits : null
}

const isDistinction = ({ value }: DescribedResult): boolean =>
  typeof value === 'string' && /^(?:with distinction|true|yes)$/i.test(value.trim())

/**
 * What a subject's results say. Percents are of `Percent`, or of `RawScore` with a `valueMax`; hours only of
 * `ext:StudyHours`, 10,000 at most; grades of `LetterGrade` and `PerformanceLevel`. Predicted scores are no results.
 */
export function signedValues(subject: JsonObject, achievement: JsonObject): SignedValues {
  const results = describedResults(subject, achievement)
  const of = (...types: readonly string[]) => results.filter(({ type }) => types.includes(type))
  const percents = of('Percent').length > 0 ? of('Percent') : of('RawScore')
  const distinctions = of('ext:Distinction')
  return {
    hours: least(of('ext:StudyHours').map(hoursOf)),
    credits: creditsOf(subject, achievement),
    percent: least(percents.map(percentOf)),
    grade: gradeOf(of('LetterGrade', 'PerformanceLevel')),
    hasDistinction: distinctions.length > 0 && distinctions.every(isDistinction),
  }
}
