import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A file that goes into an archive. */
export interface ArchiveFile {
  /** Its path there, with `/` between folders. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Whether its bytes are packed already, as those of pictures and PDFs are. */
  readonly isPacked: boolean
}

/** A ZIP file piece by piece, one file of it in memory at a time. Names are UTF-8, and marked as such. */
export async function* zipOf(
  files: AsyncIterable<ArchiveFile>,
  modifiedAt: Date,
): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = []
  const zip = new Zip((fault, piece) => {
    if (fault) throw fault
    pieces.push(piece)
  })
  for await (const { name, bytes, isPacked } of files) {
    const entry = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    entry.mtime = modifiedAt
    zip.add(entry)
    entry.push(bytes, true)
    yield* pieces
    pieces = []
  }
  zip.end()
  yield* pieces
}

// Names that a file system could misread: separators, reserved signs, control and format characters.
const unsafe = /[\\/:*?"<>|%\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu
const longest = 80

/** A name for a file or folder, in its own script, that every system takes; `''` where nothing is left of it. */
export function safeFileName(name: string): string {
  const cleaned = name.normalize('NFC').replace(unsafe, ' ').replace(/\s+/gu, ' ').trim()
  const chars = [...cleaned]
  const cut = chars.slice(0, longest).join('')
  // Between words, where there is a place for it in the second half.
  const atWord = cut.lastIndexOf(' ')
  const short =
    chars.length > longest && chars[longest] !== ' ' && atWord > cut.length / 2
      ? cut.slice(0, atWord)
      : cut
  // A leading dot hides a file, a trailing one is dropped by some systems.
  return short.replace(/^[.\s]+|[.\s]+$/g, '')
}
