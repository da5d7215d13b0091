// Names that a file system or a header could misread: separators, reserved signs, control and format characters.
const unsafe = /[\\/:*?"<>|%\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu
const longest = 120

/**
 * `Content-Disposition` for a download: the name in its own script for today's browsers (RFC 6266 §4.3, RFC 8187) and
 * an ASCII one for the others. `fallback` is used where nothing of the name is left in ASCII.
 */
export function attachmentDisposition(name: string, extension: string, fallback: string): string {
  const full = `${safe(name) || fallback}.${extension}`
  const ascii = `${asciiOf(name) || fallback}.${extension}`
  const encoded = encodeURIComponent(full).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const plain = `attachment; filename="${ascii}"`
  return ascii === full ? plain : `${plain}; filename*=UTF-8''${encoded}`
}

function safe(name: string): string {
  const cleaned = name.normalize('NFC').replace(unsafe, ' ').replace(/\s+/gu, ' ').trim()
  // A leading dot hides a file, a trailing one is dropped by some systems.
  return [...cleaned.replace(/^[.\s]+|[.\s]+$/g, '')].slice(0, longest).join('').trim()
}

/** What remains after accents are taken off; a half-lost name is worse than the fallback. */
function asciiOf(name: string): string {
  const letters = safe(name)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
  return /^[\x20-\x7e]+$/.test(letters) ? letters : ''
}
