const maxReplyLength = 200
// A server, and whoever forges what one says, may talk for megabytes.
const maxReadLength = 2_000

const literally = (text: string) => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')

/** The beginning of a text, without the word that the cut goes through: half an address looks like none. */
const beginning = (text: string) =>
  text.length <= maxReadLength ? text : text.slice(0, maxReadLength).replace(/\S{1,2000}$/, '')

/** What a server said, without whom it was about: no addresses, nothing that begins like one, no controls, not long. */
export function impersonal(text: string, address: string): string {
  const local = address.slice(0, address.lastIndexOf('@'))
  const words = beginning(text)
    .replace(/\p{C}+/gu, ' ')
    .replace(/<?[^\s<>@:;,"']+(?:@|=40|%40|\(at\))[^\s<>:;,"']+>?/giu, '…')
  const bare = local.length < 3 ? words : words.replaceAll(new RegExp(literally(local), 'giu'), '…')
  return bare.replace(/\s+/g, ' ').trim().slice(0, maxReplyLength)
}
