import type { PDFDocument } from 'pdf-lib'
import { type FaceName, fontNames, loadFace, plainFeatures } from './fonts.ts'
import type { EmbeddedFaces } from './pdf-sheet.ts'

// ISO 32000-1 §9.6.4: a subset is named with six capital letters of its own. Fixed ones keep files reproducible.
const subsetNames: Readonly<Record<FaceName, string>> = {
  display: `COLOPH+${fontNames.display}`,
  italic: `COLOPI+${fontNames.italic}`,
  sans: `COLOPS+${fontNames.sans}`,
  georgian: `COLOPG+${fontNames.georgian}`,
  armenian: `COLOPA+${fontNames.armenian}`,
  ethiopic: `COLOPE+${fontNames.ethiopic}`,
}

/** The typefaces in a document. The parsed fonts are shared by all documents; the subsets are not. */
export async function embedFaces(doc: PDFDocument): Promise<EmbeddedFaces> {
  const embed = (name: FaceName) => {
    const { font, bytes } = loadFace(name)
    doc.registerFontkit({ create: () => font })
    return doc.embedFont(bytes, {
      subset: true,
      customName: subsetNames[name],
      features: plainFeatures,
    })
  }
  return {
    display: await embed('display'),
    italic: await embed('italic'),
    sans: await embed('sans'),
    georgian: await embed('georgian'),
    armenian: await embed('armenian'),
    ethiopic: await embed('ethiopic'),
  }
}
