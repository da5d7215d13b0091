import type { PDFDocument } from 'pdf-lib'
import type { PageSize } from './sheet-plan.ts'

type PdfLib = typeof import('pdf-lib')

export interface Bookmark {
  readonly title: string
  /** Where on the first page it leads, in points from the top. */
  readonly top: number
}

interface Bookmarked {
  readonly doc: PDFDocument
  readonly plan: { readonly page: PageSize }
}

/** The list that readers show beside the page (ISO 32000-1 §12.3.3), in the order given. */
export function addBookmarks(
  lib: PdfLib,
  { doc, plan }: Bookmarked,
  bookmarks: readonly Bookmark[],
): void {
  const { context, catalog } = doc
  const root = context.nextRef()
  const refs = bookmarks.map(() => context.nextRef())
  const page = doc.getPage(0).ref
  for (const [index, { title, top }] of bookmarks.entries()) {
    const ref = refs[index]
    const [previous, next] = [refs[index - 1], refs[index + 1]]
    if (!ref) continue
    context.assign(
      ref,
      context.obj({
        Title: lib.PDFHexString.fromText(title),
        Parent: root,
        Dest: [page, 'XYZ', null, plan.page.height - top + 8, null],
        ...(previous ? { Prev: previous } : {}),
        ...(next ? { Next: next } : {}),
      }),
    )
  }
  const [First] = refs
  const Last = refs.at(-1)
  if (!First || !Last) return
  context.assign(root, context.obj({ Type: 'Outlines', First, Last, Count: refs.length }))
  catalog.set(lib.PDFName.of('Outlines'), root)
}
