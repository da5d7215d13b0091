import { X509Certificate } from 'node:crypto'
import type { P12Signer } from '@libpdf/core'
import type { PDFDocument, PDFPage } from 'pdf-lib'
import { Refusal } from '../errors.ts'
import { missingInSentences } from './fonts.ts'

type PdfLib = typeof import('pdf-lib')

/** Name of the field that holds the signature of a file. */
export const sealField = 'Seal'

// A chain of three certificates with RSA keys of 4096 bits takes some 7 kB.
const reservedBytes = 16_384

/** What signs files as a whole: a certificate of the operator's with its key (PAdES, baseline level B-B). */
export interface FileSeal {
  /** Whose it is, as the certificate says: common name, else organization. */
  readonly name: string
  readonly from: Date
  readonly until: Date
  /** The file with the signature appended; what was there before stays as it is, to the byte. */
  sign(pdf: Uint8Array, at: Date): Promise<Uint8Array>
}

function nameIn({ subject }: X509Certificate): string {
  const part = (name: string) =>
    new RegExp(`^${name}=(.*)$`, 'm').exec(subject)?.[1]?.replace(/\\(.)/g, '$1').trim()
  return part('CN') || part('O') || ''
}

const unusable = (message: string, cause?: unknown) =>
  new Refusal('key-unusable', message, { cause })

/** The signatures that readers check: not RSA below 2048 bits, and no certificate without a name that can be printed. */
function checkCertificate(certificate: X509Certificate): string {
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey
  if (asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw unusable('holds an RSA key of under 2048 bits')
  const name = nameIn(certificate)
  if (name.trim() === '' || missingInSentences(name).length > 0)
    throw unusable('names nobody in letters that can be printed')
  if (name.length > 120) throw unusable('has a common name of over 120 characters')
  return name
}

/**
 * Opens a PKCS#12 file.
 *
 * @throws Refusal `key-unusable` with the reason as a clause without its subject.
 */
export async function openSeal(p12: Uint8Array, passphrase: string): Promise<FileSeal> {
  const { P12Signer, PDF } = await import('@libpdf/core')
  const signer = await P12Signer.create(p12, passphrase).catch((cause: unknown): P12Signer => {
    throw unusable('cannot be opened: it is no PKCS#12 file, or the passphrase is wrong', cause)
  })
  const certificate = new X509Certificate(signer.certificate)
  return {
    name: checkCertificate(certificate),
    from: new Date(certificate.validFrom),
    until: new Date(certificate.validTo),
    async sign(pdf, at) {
      const doc = await PDF.load(pdf)
      const { bytes } = await doc.sign({
        signer,
        fieldName: sealField,
        signingTime: at,
        level: 'B-B',
        estimatedSize: reservedBytes,
      })
      return bytes
    },
  }
}

/**
 * Makes room for the signature: a field without extent that shows nothing (PDF/A-3 §6.3.3 asks no appearance of it),
 * which a screen reader finds under its name (PDF/UA-1 §7.18.4).
 *
 * @param tag puts the annotation into the structure tree.
 */
export function addSealField(
  lib: PdfLib,
  {
    doc,
    page,
    words,
  }: { readonly doc: PDFDocument; readonly page: PDFPage; readonly words: string },
  tag: (annotation: ReturnType<PDFDocument['context']['register']>) => number,
): void {
  const { context, catalog } = doc
  const { PDFHexString, PDFName, PDFString } = lib
  const ref = context.nextRef()
  const StructParent = tag(ref)
  context.assign(
    ref,
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of(sealField),
      TU: PDFHexString.fromText(words),
      F: 132, // printed and locked
      Rect: [0, 0, 0, 0],
      P: page.ref,
      StructParent,
    }),
  )
  page.node.addAnnot(ref)
  const form = context.register(context.obj({ Fields: [ref], SigFlags: 3 }))
  catalog.set(PDFName.of('AcroForm'), form)
}
