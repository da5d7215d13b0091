import { type FetchDocument, NotThere } from '../checking/outside/fetched.ts'
import { alternateIn, fileKind } from '../checking/receive.ts'
import { maxPhotoBytes } from '../documents/documents-apart.ts'
import { Refusal } from '../errors.ts'

/** Whatever form of one of our own credentials an address is of, its signed JSON is what stands there. */
function credentialAddress(url: URL, isOwn: (url: URL) => boolean): URL {
  const page = pageIn(url)
  return page && isOwn(url) ? new URL(page.toLowerCase(), url) : url
}

const pageIn = ({ pathname }: URL) => /^(\/c\/[0-9a-z]{26})(?:\.\w+)?$/i.exec(pathname)?.[1]

/**
 * What stands at an address; for a web page, the credential that it says it is about.
 *
 * @throws Refusal `address-unreachable` when nothing can be had there; `credential-not-found` for an id of ours that is
 * not there, which is known and not merely out of reach.
 */
export async function bytesAt(
  url: URL,
  fetch: FetchDocument,
  isOwn: (url: URL) => boolean,
): Promise<Uint8Array> {
  try {
    const options = { maxBytes: maxPhotoBytes }
    const { body } = await fetch(credentialAddress(url, isOwn), options)
    const link = fileKind(body) === 'html' ? alternateIn(body, url) : undefined
    return link ? (await fetch(link)).body : body
  } catch (cause) {
    if (cause instanceof NotThere && isOwn(url) && pageIn(url))
      throw new Refusal('credential-not-found', 'There is no such credential here', { cause })
    const message = `Nothing could be had from ${url.host || url.href}`
    throw new Refusal('address-unreachable', message, { cause })
  }
}
