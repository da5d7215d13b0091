/** A document from elsewhere, as it came. */
export interface Fetched {
  readonly contentType: string
  readonly body: Uint8Array
  /** Where it stood in the end, after redirects; the address asked where absent. */
  readonly url?: URL
  /** How long its owner says it stays good, by Cache-Control; 0 where it must not be kept. */
  readonly maxAgeSeconds?: number
  /** How long ago it was had from there; just now where absent. */
  readonly ageMs?: number
}

/** What a document may take that is no file of somebody's; longer ones are never kept. */
export const documentBytes = 1024 * 1024

export interface FetchOptions {
  /** Longer answers are refused; 1 MiB where absent. */
  readonly maxBytes?: number
  /** An answer that was had longer ago is not good enough. */
  readonly maxAgeMs?: number
}

/**
 * Gets a public document; throws when it cannot, which a check reports as `unknown`.
 *
 * @throws NotThere when the other side answered, and has nothing there.
 */
export type FetchDocument = (url: URL, options?: FetchOptions) => Promise<Fetched>

/** A clean no: the other side was asked and has no such document, which is another thing than not answering. */
export class NotThere extends Error {
  override name = 'NotThere'
  /** It says that there was one, which it has removed for good (RFC 9110 §15.5.11). */
  readonly isGone: boolean

  constructor(message: string, isGone = false) {
    super(message)
    this.isGone = isGone
  }
}
