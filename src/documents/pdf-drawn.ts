import { fourNumbers, type Pdfium, type Rectangle } from './pdfium.ts'

/** Something drawn on a page, in the order of drawing. */
export interface Drawn {
  readonly bounds: Rectangle
  /** The text object itself, where it is one. */
  readonly text: number | undefined
}

const kinds = { text: 1, form: 5 } as const
const maxObjects = 5_000
const maxDepth = 4

function boundsOf(pdfium: Pdfium, object: number): Rectangle | undefined {
  const numbers = fourNumbers(pdfium, 4, ([left, bottom, right, top]) =>
    pdfium._FPDFPageObj_GetBounds(object, left, bottom, right, top),
  )
  if (!numbers) return undefined
  const [left, bottom, right, top] = numbers
  return { left, bottom, right, top }
}

/**
 * What is drawn on a page, first things first. What stands inside a form is given the bounds of the form: it may be
 * drawn anywhere in it.
 */
export function drawnObjects(pdfium: Pdfium, page: number): Drawn[] {
  return objectsOn(pdfium, page)
    .flatMap((object) => drawnBy(pdfium, object, boundsOf(pdfium, object), 0))
    .slice(0, maxObjects)
}

/** An object, or all that stands in it where it is a form; forms within forms are followed a few times. */
function drawnBy(
  pdfium: Pdfium,
  object: number,
  bounds: Rectangle | undefined,
  depth: number,
): Drawn[] {
  if (!bounds || depth > maxDepth) return []
  const kind = pdfium._FPDFPageObj_GetType(object)
  if (kind === kinds.form)
    return objectsIn(pdfium, object).flatMap((each) => drawnBy(pdfium, each, bounds, depth + 1))
  return [{ bounds, text: kind === kinds.text ? object : undefined }]
}

function objectsOn(pdfium: Pdfium, page: number): number[] {
  const length = Math.min(pdfium._FPDFPage_CountObjects(page), maxObjects)
  return Array.from({ length }, (_, at) => pdfium._FPDFPage_GetObject(page, at))
}

function objectsIn(pdfium: Pdfium, form: number): number[] {
  const length = Math.min(pdfium._FPDFFormObj_CountObjects(form), maxObjects)
  return Array.from({ length }, (_, at) => pdfium._FPDFFormObj_GetObject(form, at))
}

/** ISO 32000-1 §12.5.6: links show nothing of their own, and a pop-up belongs to another note. */
const silentNotes = [2, 16]

/** Whether a page carries notes, stamps or fields that take up room on it. */
export function hasNotes(pdfium: Pdfium, page: number): boolean {
  const count = Math.min(pdfium._FPDFPage_GetAnnotCount(page), maxObjects)
  return Array.from({ length: count }, (_, at) => at).some((at) => {
    const note = pdfium._FPDFPage_GetAnnot(page, at)
    if (note === 0) return false
    try {
      if (silentNotes.includes(pdfium._FPDFAnnot_GetSubtype(note))) return false
      const numbers = fourNumbers(pdfium, 4, ([rectangle]) =>
        pdfium._FPDFAnnot_GetRect(note, rectangle),
      )
      const [left = 0, top = 0, right = 0, bottom = 0] = numbers ?? []
      // The field of an invisible signature has no extent.
      return Math.abs(right - left) > 1 && Math.abs(top - bottom) > 1
    } finally {
      pdfium._FPDFPage_CloseAnnot(note)
    }
  })
}
