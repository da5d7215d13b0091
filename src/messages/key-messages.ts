import type { RefusalCode } from '../errors.ts'

type KeyRefusal = Extract<RefusalCode, 'key-unusable' | 'key-permissions' | 'key-not-found'>

/** What is refused of signing keys: what went wrong, and what to do about it. */
export type KeyRefusals = Readonly<
  Record<KeyRefusal, { readonly title: string; readonly remedy: string }>
>
