import { createHash } from 'node:crypto'

/** SHA-256 of a content as `digestSRI` has it (VC DM 2.0 §5.3, Subresource Integrity): `sha256-` and base64. */
export const integrityOf = (content: string | Uint8Array): string =>
  `sha256-${createHash('sha256').update(content).digest('base64')}`
