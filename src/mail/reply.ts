const maxReplyLength = 200

const literally = (text: string) => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')

/** What a server said, without whom it was about: no addresses, nothing that begins like one, no controls, not long. */
export function impersonal(text: string, address: string): string {
  const local = address.slice(0, address.lastIndexOf('@'))
  const words = text
    .replace(/\p{C}+/gu, ' ')
    .replace(/<?[^\s<>@:;,"']+(?:@|=40|%40|\(at\))[^\s<>:;,"']+>?/giu, '…')
  const bare = local.length < 3 ? words : words.replaceAll(new RegExp(literally(local), 'giu'), '…')
  return bare.replace(/\s+/g, ' ').trim().slice(0, maxReplyLength)
}
