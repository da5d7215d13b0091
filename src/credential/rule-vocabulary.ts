/**
 * The structural rules, by stable id. A complaint's path says where; its message says what to change.
 * A new rule needs a failing twin in test/credential/conform.test.ts.
 */
export const rules = [
  'is-object',
  'is-array',
  'is-text',
  'is-uri',
  'is-boolean',
  'is-number',
  'is-date-time',
  'has-time-zone',
  'is-date',
  'is-email',
  'is-compact-jws',
  'is-language-tag',
  'is-listed-value',
  'is-list-index',
  'has-required-member',
  'has-only-known-members',
  'has-type',
  'single-value',
  'no-null',
  'no-empty-array',
  'no-private-key',
  'context-order',
  'context-extensions',
  'subject-identified',
  'criteria-told',
  'identity-hash-form',
  'result-description-known',
  'status-id-not-list',
  'validity-order',
] as const

/**
 * The rules that only the W3C data model brings (VC DM 2.0 and 1.1), for credentials and presentations of any kind. A
 * new one needs a failing twin in test/credential/data-model.test.ts.
 */
export const dataModelRules = [
  'is-context',
  'is-type-name',
  'is-language-text',
  'is-media-type',
  'is-data-url',
  'is-digest',
  'is-positive-integer',
  'base-context',
  'subject-claims',
  'digest-given',
  'related-id-unique',
  'status-message-given',
] as const

export type Rule = (typeof rules)[number] | (typeof dataModelRules)[number]

/** A `warning` is something the compaction-tolerant schemas of 1EdTech let pass; anything else is an `error`. */
export interface Complaint {
  /** `$.credentialSubject.achievement.image`, array members as `[0]`. */
  readonly path: string
  readonly rule: Rule
  readonly severity: 'error' | 'warning'
  readonly message: string
}

export type Json = Readonly<Record<string, unknown>>

/** What one value has to be, in words that complete "must be …". */
export interface ValueRule {
  readonly rule: Rule
  readonly expected: string
  readonly holds: (value: unknown) => boolean
  /** The form that is let pass with a warning instead. */
  readonly tolerated?: { readonly rule: Rule; readonly holds: (value: unknown) => boolean }
}

/**
 * A value, or several: OB 3.0 serialization keeps sets as arrays even with one value; `set-or-one` are the few members
 * that JSON-LD compaction may turn into a single value. The W3C leaves it open: `any` number, or `some`, at least one.
 */
export interface Form {
  readonly count: 'one' | 'set' | 'set-or-one' | 'some' | 'any'
  /** Of a class of the table, `or` a plain value in its place. */
  readonly value: ValueRule | { readonly class: string; readonly or?: ValueRule }
}

export interface Member extends Form {
  readonly required: boolean
}

/** A rule between the members of one object. */
export type MemberRule = (node: Json, path: string) => readonly Complaint[]

export interface Shape {
  readonly isClosed: boolean
  readonly members: Readonly<Record<string, Member>>
  /** `type` must hold one of each group. */
  readonly types: readonly (readonly string[])[]
  readonly between: readonly MemberRule[]
}

export const value = (rule: ValueRule): Form => ({ count: 'one', value: rule })
/** Another class of the table, by name, so that classes may contain one another. */
export const a = (name: string): Form => ({ count: 'one', value: { class: name } })
export const set = (form: Form): Form => ({ ...form, count: 'set' })
export const setOrOne = (form: Form): Form => ({ ...form, count: 'set-or-one' })
export const some = (form: Form): Form => ({ ...form, count: 'some' })
export const any = (form: Form): Form => ({ ...form, count: 'any' })
export const required = (form: Form): Member => ({ ...form, required: true })
export const optional = (form: Form): Member => ({ ...form, required: false })

/** A class that may be extended with members of other contexts. */
export function open(members: Shape['members'], ...between: readonly MemberRule[]): Shape {
  return { isClosed: false, members, types: [], between }
}

/** A class to which the standard allows no further members. */
export function closed(members: Shape['members'], ...between: readonly MemberRule[]): Shape {
  return { isClosed: true, members, types: [], between }
}

/** The same class, whose `type` set must hold one of each group. */
export function typed(shape: Shape, ...types: Shape['types']): Shape {
  return { ...shape, types }
}

export const isText = (candidate: unknown): candidate is string => typeof candidate === 'string'

export const isObject = (candidate: unknown): candidate is Json =>
  typeof candidate === 'object' && candidate !== null && !Array.isArray(candidate)

/** One value or several, as a list; nothing is the empty list. */
export function listOf(candidate: unknown): readonly unknown[] {
  if (candidate === undefined) return []
  return Array.isArray(candidate) ? candidate : [candidate]
}
