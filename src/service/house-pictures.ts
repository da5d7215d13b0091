import { closeSync, existsSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { missingInSentences } from '../documents/fonts.ts'
import { maxPictureBytes, type Picture, readPicture } from '../documents/picture.ts'
import { Refusal, type RefusalDetail } from '../errors.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import type { CertificateDesign } from '../learning/certificate-schema.ts'
import { packageFile } from '../package-root.ts'

/** The pictures that certificates show, by the names the catalogue gives their files. */
export type HousePictures = ReadonlyMap<string, Picture>

interface Place {
  readonly at: string
  readonly text: string
}

const designsOf = ({ certificate, courses }: Catalogue): [string, CertificateDesign][] => [
  ['$.certificate', certificate],
  ...courses.flatMap((course, index): [string, CertificateDesign][] =>
    course.certificate ? [[`$.courses[${index}].certificate`, course.certificate]] : [],
  ),
]

function filesOf([at, { logo, signatories }]: [string, CertificateDesign]): Place[] {
  return [
    ...(logo === null ? [] : [{ at: `${at}.logo`, text: logo }]),
    ...signatories.flatMap(({ signature }, index) =>
      signature === null ? [] : [{ at: `${at}.signatories[${index}].signature`, text: signature }],
    ),
  ]
}

/** Names of the pictures that a catalogue shows, as it gives them. */
export const picturesIn = (catalogue: Catalogue): readonly string[] => [
  ...new Set(designsOf(catalogue).flatMap((design) => filesOf(design).map(({ text }) => text))),
]

function wordsOf([at, { partnerLine, signatories }]: [string, CertificateDesign]): Place[] {
  const texts = (place: string, localised: object) =>
    Object.entries(localised).flatMap(([language, text]) =>
      typeof text === 'string' ? [{ at: `${place}.${language}`, text }] : [],
    )
  return [
    ...(partnerLine ? texts(`${at}.partnerLine`, partnerLine) : []),
    ...signatories.flatMap(({ name, role }, index) => [
      { at: `${at}.signatories[${index}].name`, text: name },
      ...texts(`${at}.signatories[${index}].role`, role),
    ]),
  ]
}

/** At most one byte more than a picture may have: what is larger is refused by its size. */
function readBounded(file: string): Uint8Array {
  const handle = openSync(file, 'r')
  try {
    const { size } = fstatSync(handle)
    if (size > maxPictureBytes) throw new Refusal('input-too-large', 'it is over 256 kB')
    return readFileSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Beside the catalogue, or the one that ships: a copy of the sample stays whole wherever it is put. */
export function placeOf(folder: string, name: string): string {
  const beside = join(folder, name)
  return existsSync(beside) ? beside : packageFile('catalogue', name)
}

function readOne(folder: string, { at, text }: Place): Picture | RefusalDetail {
  try {
    return readPicture(readBounded(placeOf(folder, text)))
  } catch (thrown) {
    const message =
      thrown instanceof Refusal
        ? `${text} cannot be used: ${thrown.message}`
        : `${text} cannot be read; it must stand beside the catalogue`
    return { at, message }
  }
}

function unprintable(places: readonly Place[]): RefusalDetail[] {
  return places.flatMap(({ at, text }) => {
    const missing = missingInSentences(text)
    return missing.length === 0
      ? []
      : [{ at, message: `no shipped font can draw ${missing.join(' ')}` }]
  })
}

/**
 * The logos and signatures that a catalogue names, read from beside it and looked over.
 *
 * @throws Refusal `catalogue-invalid` with every picture that cannot be used and every word on a certificate that no
 *   shipped font can draw, each at its JSON path.
 */
export function readHousePictures(catalogue: Catalogue, catalogueFile: string): HousePictures {
  const designs = designsOf(catalogue)
  const pictures = new Map<string, Picture>()
  const details = unprintable(designs.flatMap(wordsOf))
  for (const place of designs.flatMap(filesOf)) {
    if (pictures.has(place.text)) continue
    const read = readOne(dirname(catalogueFile), place)
    if ('message' in read) details.push(read)
    else pictures.set(place.text, read)
  }
  const [first] = details
  if (!first) return pictures
  throw new Refusal(
    'catalogue-invalid',
    `The catalogue has ${details.length} mistake(s), the first at ${first.at}: ${first.message}.`,
    { details },
  )
}
