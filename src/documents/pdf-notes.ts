import { numbersFrom, type Pdfium, type Pointer } from './pdfium.ts'

const maxNotes = 5_000

/** ISO 32000-1 §12.5.6: links show nothing of their own, and a pop-up belongs to another note. */
const silentNotes = [2, 16]

/** Whether a page carries notes, stamps or fields that take up room on it. */
export function hasNotes(pdfium: Pdfium, page: Pointer): boolean {
  const count = Math.min(pdfium._FPDFPage_GetAnnotCount(page), maxNotes)
  return Array.from({ length: count }, (_, at) => at).some((at) => {
    const note = pdfium._FPDFPage_GetAnnot(page, at)
    if (note === 0) return false
    const isSilent = silentNotes.includes(pdfium._FPDFAnnot_GetSubtype(note))
    const [left = 0, top = 0, right = 0, bottom = 0] =
      numbersFrom(pdfium, { size: 4, count: 4 }, ([rectangle]) =>
        pdfium._FPDFAnnot_GetRect(note, rectangle ?? 0),
      ) ?? []
    pdfium._FPDFPage_CloseAnnot(note)
    // The field of an invisible signature has no extent.
    return !isSilent && Math.abs(right - left) > 1 && Math.abs(top - bottom) > 1
  })
}

/** AcroForm, which a signature has too, is no reason for doubt; XFA draws pages of its own. */
const plainForms = [0, 1]

/** Whether scripts or forms may show another page than the one that is drawn (ISO 32000-1 §12.6.4.16, XFA). */
export function hasScripts(pdfium: Pdfium, document: Pointer): boolean {
  return (
    pdfium._FPDFDoc_GetJavaScriptActionCount(document) > 0 ||
    !plainForms.includes(pdfium._FPDF_GetFormType(document))
  )
}
