/** A place in the memory of the module. */
export type Pointer = number

/** The calls of PDFium that are made here; the package declares only some of those it has. */
export interface Pdfium {
  _malloc(size: number): Pointer
  _free(at: Pointer): void
  _FPDF_InitLibrary(): void
  _FPDF_LoadMemDocument(at: Pointer, size: number, password: Pointer): Pointer
  _FPDF_GetPageCount(document: Pointer): number
  _FPDF_GetFormType(document: Pointer): number
  _FPDFDoc_GetJavaScriptActionCount(document: Pointer): number
  _FPDF_LoadPage(document: Pointer, index: number): Pointer
  _FPDF_ClosePage(page: Pointer): void
  _FPDF_GetPageWidthF(page: Pointer): number
  _FPDF_GetPageHeightF(page: Pointer): number
  _FPDF_PageToDevice(
    ...args: [
      page: Pointer,
      startX: number,
      startY: number,
      width: number,
      height: number,
      rotate: number,
      x: number,
      y: number,
      deviceX: Pointer,
      deviceY: Pointer,
    ]
  ): number
  _FPDF_RenderPageBitmap(
    ...args: [Pointer, Pointer, number, number, number, number, number, number]
  ): void
  _FPDFBitmap_CreateEx(
    ...args: [width: number, height: number, format: number, at: Pointer, stride: number]
  ): Pointer
  _FPDFBitmap_FillRect(...args: [Pointer, number, number, number, number, number]): void
  _FPDFBitmap_Destroy(bitmap: Pointer): void
  _FPDFPage_CountObjects(page: Pointer): number
  _FPDFPage_GetObject(page: Pointer, index: number): Pointer
  _FPDFPageObj_GetType(object: Pointer): number
  _FPDFPageObj_SetIsActive(object: Pointer, isActive: number): number
  _FPDFPageObj_SetFillColor(
    ...args: [object: Pointer, red: number, green: number, blue: number, alpha: number]
  ): number
  _FPDFFormObj_CountObjects(form: Pointer): number
  _FPDFFormObj_GetObject(form: Pointer, index: number): Pointer
  _FPDFText_LoadPage(page: Pointer): Pointer
  _FPDFText_ClosePage(text: Pointer): void
  _FPDFText_CountChars(text: Pointer): number
  _FPDFText_GetUnicode(text: Pointer, index: number): number
  _FPDFText_GetTextObject(text: Pointer, index: number): Pointer
  _FPDFText_GetCharBox(...args: [Pointer, number, Pointer, Pointer, Pointer, Pointer]): number
  _FPDFText_GetLooseCharBox(text: Pointer, index: number, rectangle: Pointer): number
  _FPDFText_GetCharOrigin(text: Pointer, index: number, x: Pointer, y: Pointer): number
  _FPDFText_GetMatrix(text: Pointer, index: number, matrix: Pointer): number
  _FPDFText_GetFontSize(text: Pointer, index: number): number
  _FPDFText_GetFontInfo(
    ...args: [text: Pointer, index: number, name: Pointer, size: number, flags: Pointer]
  ): number
  _FPDFText_LoadFont(
    ...args: [document: Pointer, at: Pointer, size: number, kind: number, isCid: number]
  ): Pointer
  _FPDFText_SetText(object: Pointer, text: Pointer): number
  _FPDFPageObj_CreateTextObj(document: Pointer, font: Pointer, size: number): Pointer
  _FPDFPageObj_SetMatrix(object: Pointer, matrix: Pointer): number
  _FPDFPage_InsertObject(page: Pointer, object: Pointer): void
  _FPDFPage_GetAnnotCount(page: Pointer): number
  _FPDFPage_GetAnnot(page: Pointer, index: number): Pointer
  _FPDFPage_CloseAnnot(annotation: Pointer): void
  _FPDFAnnot_GetSubtype(annotation: Pointer): number
  _FPDFAnnot_GetRect(annotation: Pointer, rectangle: Pointer): number
  readonly HEAPU8: Uint8Array
}
