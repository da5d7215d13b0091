import { type FetchDocument, NotThere } from '../checking/outside/fetched.ts'
import { alternateIn, fileKind } from '../checking/receive.ts'
import { maxPhotoBytes } from '../documents/documents-apart.ts'
import { Refusal } from '../errors.ts'

/** Whatever form of one of our own credentials an address is of, its signed JSON is what stands there. */
function credentialAddress(url: URL, isOwn: (url: URL) => boolean): URL {
  const page = pageIn(url)
  return page && isOwn(url) ? new URL(page.toLowerCase(), url) : url
}

/** A link with an end was handed in where a credential is asked for. Its own page, which is named, says what counts. */
export class ShareGiven extends Refusal {
  readonly page: string

  constructor(page: string) {
    super('share-given', 'This link shows a part of a credential: open its page')
    this.page = page
  }
}

const shareIn = ({ pathname }: URL) => /^\/s\/[0-9a-z]{26}\/?$/i.exec(pathname)?.[0]

const pageIn = ({ pathname }: URL) => /^(\/c\/[0-9a-z]{26})(?:\.\w+)?$/i.exec(pathname)?.[1]

/**
 * What stands at an address; for a web page, the credential that it says it is about.
 *
 * @throws Refusal `address-unreachable` when nothing can be had there; `credential-not-found` for an id of ours that is
 * not there, which is known and not merely out of reach; `share-given` for a link with an end, behind which more would
 * be told of a person than they chose to show.
 */
export async function bytesAt(
  url: URL,
  fetch: FetchDocument,
  isOwn: (url: URL) => boolean,
): Promise<Uint8Array> {
  const share = shareIn(url)
  if (share && isOwn(url)) throw new ShareGiven(share.toLowerCase().replace(/\/$/, ''))
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
