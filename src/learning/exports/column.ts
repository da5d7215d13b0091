import type { Module } from '../catalogue.ts'

/** What a column can be taken for, beside the modules of the course. */
export const plainRoles = [
  'learner_id',
  'id_number',
  'username',
  'email',
  'name',
  'first_name',
  'last_name',
  /** A whole name as "Last, First". */
  'last_first_name',
  'language',
  'completed_on',
  /** Whether the course was completed, in words or signs. */
  'completed',
  'score',
  /** Ids of all modules done. */
  'modules',
] as const

export type PlainRole = (typeof plainRoles)[number]

/** `module:m01` holds what was done of that module. */
export type Role = PlainRole | `module:${string}`

/** How it was known: said by the operator, by the words of the header, by its place, by what the column holds. */
export type How = 'stated' | 'header' | 'place' | 'content'

export interface Column {
  /** From 0. */
  readonly at: number
  readonly role: Role
  readonly how: How
  /** What complaints call it, where that is not its header. */
  readonly label?: string
}

export const exportFormats = ['colophon', 'moodle', 'openedx', 'canvas', 'forms', 'other'] as const

export type ExportFormat = (typeof exportFormats)[number]

/** How the cells of a format are written. */
export interface Manners {
  /** `percent` 94.5; `fraction` 0.945; `points` 9 / 10 or 90 %; `any` percent or points. */
  readonly score: 'percent' | 'fraction' | 'points' | 'any'
  /** What a column of a module holds: a day; points of a maximum; a share from 0 to 1; whatever says done or not. */
  readonly module: 'day' | 'points' | 'fraction' | 'mark'
  /** Whether a score that is high enough is what completes the course. */
  readonly isPassedByScore: boolean
  /** Whether an address may be a login name instead. */
  readonly isEmailALogin: boolean
  /** The most points there are, by column. */
  readonly maxima: ReadonlyMap<number, number>
  /** Rows that are no learner: what belongs to the header is passed over, a made-up learner with a remark. */
  readonly isFurniture?: (cells: readonly string[]) => 'header' | 'made-up' | null
}

export const plainManners: Manners = {
  score: 'percent',
  module: 'mark',
  isPassedByScore: false,
  isEmailALogin: false,
  maxima: new Map(),
}

/** One of these has to be there; `module` stands for a column of any. `label` is how people are told. */
export interface Need {
  readonly label: string
  readonly oneOf: readonly (PlainRole | 'module')[]
}

/** What a format makes of a header, before the operator's word. */
export interface Draft {
  readonly format: ExportFormat
  readonly columns: readonly Column[]
  readonly needs: readonly Need[]
  readonly manners: Manners
  /** Columns that may have been meant to count, and match nothing. */
  readonly unused: readonly { readonly at: number; readonly label: string }[]
}

export interface ModuleColumn {
  readonly column: Column
  readonly module: Module
}

/** Where everything is in one file, settled. */
export interface Layout {
  readonly format: ExportFormat
  readonly header: readonly string[]
  readonly columns: readonly Column[]
  readonly at: ReadonlyMap<Role, Column>
  readonly modules: readonly ModuleColumn[]
  readonly manners: Manners
  /** Labels of what no row can be read without. */
  readonly missing: readonly string[]
  /** Headers of what was left alone and may have been meant to count. */
  readonly unknown: readonly string[]
}

export const nameRoles = ['name', 'last_first_name', 'first_name', 'last_name'] as const

export const moduleOfRole = (role: Role): string | null =>
  role.startsWith('module:') ? role.slice('module:'.length) : null
