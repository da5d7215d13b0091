import { html } from './html.ts'

// Shapes differ, not only colours: a seal, a cross, a clock, a question, an hourglass can be told apart in grey.
const seal =
  'M24 3l5 4 6.4-.8 2.5 6 6 2.5L43 21l4 5-4 5 .9 6.3-6 2.5-2.5 6L29 45l-5 3-5-3-6.4.8-2.5-6-6-2.5L5 31l-4-5 4-5-.9-6.3 6-2.5 2.5-6L19 7z'

export const icons = {
  valid: html`<svg class="icon" viewBox="0 0 48 51" aria-hidden="true"><path class="fill" d="${seal}"/><path class="mark" d="M15 26.5l6.5 6.5L34 19.500"/></svg>`,
  invalid: html`<svg class="icon" viewBox="0 0 48 48" aria-hidden="true"><path class="fill" d="M15 2h18l13 13v18L33 46H15L2 33V15z"/><path class="mark" d="M16 16l16 16M32 16L16 32"/></svg>`,
  caution: html`<svg class="icon" viewBox="0 0 48 48" aria-hidden="true"><path class="fill" d="M24 3l22 40H2z"/><path class="mark" d="M24 18v12M24 36.500v.5"/></svg>`,
  time: html`<svg class="icon" viewBox="0 0 48 48" aria-hidden="true"><circle class="fill" cx="24" cy="24" r="22"/><path class="mark" d="M24 11v13l8 6"/></svg>`,
  unsure: html`<svg class="icon" viewBox="0 0 48 48" aria-hidden="true"><circle class="line" cx="24" cy="24" r="20.500"/><path class="ask" d="M18 19a6 6 0 1 1 9 5.200c-2 1.200-3 2.300-3 4.800M24 35v.5"/></svg>`,
  page: html`<svg class="icon" viewBox="0 0 48 48" aria-hidden="true"><path class="fill" d="M8 2h22l10 10v34H8z"/><path class="mark" d="M17 20l14 14M31 20L17 34"/></svg>`,
  person: html`<svg class="icon" viewBox="0 0 48 48" aria-hidden="true"><path class="fill" d="M2 46a22 22 0 0 1 44 0z"/><circle class="fill" cx="24" cy="12" r="11"/><path class="mark" d="M20.500 36.500a3.500 3.500 0 1 1 5 3.200M24 43.500v.2"/></svg>`,
  skipped: html`<svg class="icon" viewBox="0 0 48 48" aria-hidden="true"><circle class="line" cx="24" cy="24" r="20.500"/><path class="ask" d="M15 24h18"/></svg>`,
} as const

export type Icon = keyof typeof icons

/** The printer's mark of the service: an open book under an arch. */
export const printersMark = html`<svg class="printers-mark" viewBox="0 0 48 48" aria-hidden="true"><path d="M5 45V21a19 19 0 0 1 38 0v24z"/><path d="M10 41V21a14 14 0 0 1 28 0v20z"/><path d="M24 22c-3-2.500-6.500-3-10-3v15c3.500 0 7 .5 10 3 3-2.500 6.500-3 10-3V19c-3.500 0-7 .5-10 3zM24 22v15M24 7.5l3 3.5-3 3.5-3-3.5z"/></svg>`
