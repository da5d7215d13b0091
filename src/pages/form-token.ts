import { html } from './html.ts'
import type { Frame } from './layout.ts'

/** What every page of somebody who is signed in needs to know beside the frame. */
export interface SignedInFrame extends Frame {
  /** Stands in every form there: {@link formToken}. */
  readonly formToken: string
}

/** The hidden field without which no form of somebody who is signed in is taken. */
export const formToken = ({ formToken: token }: Pick<SignedInFrame, 'formToken'>) =>
  html`<input type="hidden" name="form" value="${token}">`
