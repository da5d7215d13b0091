import type { SignedBadge, UnsignedBadge } from '../credential/open-badge.ts'
import { drawCertificate } from '../documents/certificate.ts'
import { type Design, pageClaimsOf } from '../documents/certificate-design.ts'
import type { CertificateInput } from '../documents/certificate-drawing.ts'
import type { Emblem } from '../documents/emblem.ts'
import { type FileSeal, openSeal } from '../documents/pdf-seal.ts'
import { Refusal } from '../errors.ts'
import { type Language, type Localised, tell } from '../language.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import { signPageToken } from '../proof/page-token.ts'
import { type HousePictures, readHousePictures } from './house-pictures.ts'
import type { Keyring } from './keyring.ts'

/** What the certificates of a service need of it. */
export interface CertificateParts {
  readonly config: {
    readonly catalogueFile: string
    readonly pageSize: Design['paper']
    readonly pdfSigning: { readonly p12: Uint8Array; readonly passphrase: string } | null
  }
  readonly catalogue: Catalogue
  readonly keyring: Keyring
  readonly publicUrl: URL
  readonly now: () => Date
  readonly fault: (where: string, thrown: unknown) => void
}

/** A credential to be printed, as it is recorded. */
export interface PrintedRecord {
  readonly id: string
  readonly course: string
  readonly language: Language
  readonly signed: string
}

const issuerOf = (signed: string) => (JSON.parse(signed) as SignedBadge).issuer.id

/** The printable certificates: as the catalogue wants them, with what they say beside the credential signed. */
export class Certificates {
  readonly #parts: CertificateParts
  readonly #pictures: HousePictures
  #seal: Promise<FileSeal | undefined> | undefined

  /** @throws Refusal `catalogue-invalid`. */
  constructor(parts: CertificateParts) {
    this.#parts = parts
    this.#pictures = readHousePictures(parts.catalogue, parts.config.catalogueFile)
  }

  async #openSeal(): Promise<FileSeal | undefined> {
    const { pdfSigning } = this.#parts.config
    if (!pdfSigning) return undefined
    const wrong = (message: string, cause?: unknown) =>
      new Refusal('settings-invalid', '1 setting(s) to mend', {
        cause,
        details: [{ at: 'PDF_SIGNING_P12', message }],
      })
    const seal = await openSeal(pdfSigning.p12, pdfSigning.passphrase).catch((thrown: unknown) => {
      throw thrown instanceof Refusal ? wrong(thrown.message, thrown) : thrown
    })
    if (seal.until < this.#parts.now())
      throw wrong(`holds a certificate that ended on ${seal.until.toISOString().slice(0, 10)}`)
    return seal
  }

  /**
   * Opens what PDFs are signed with, so that a mistake is told when the service starts.
   *
   * @throws Refusal `settings-invalid`.
   */
  async open(): Promise<void> {
    this.#seal ??= this.#openSeal()
    await this.#seal
  }

  /** What signs at this moment: nothing once the certificate has ended, for such a signature would not hold. */
  async #sealNow(): Promise<FileSeal | undefined> {
    this.#seal ??= this.#openSeal()
    const seal = await this.#seal
    const now = this.#parts.now()
    return seal && seal.from <= now && now <= seal.until ? seal : undefined
  }

  /**
   * Names what may change of a certificate while the service runs and the credential stays the same: the key that its
   * page is signed with, and whether the file is signed. Whoever keeps a certificate keeps it under this name.
   */
  async outfit(signed: string): Promise<string> {
    const isSealed = (await this.#sealNow()) !== undefined
    // Whatever is wrong with the keys is told where one is needed.
    const key = await this.#pageKey(issuerOf(signed)).catch(() => undefined)
    return `${key?.signer.key.id ?? 'bare'} ${isSealed ? 'sealed' : 'plain'}`
  }

  /** The key of whoever issued the credential: nobody else says what stands beside it. */
  async #pageKey(issuer: string) {
    const { keyring } = this.#parts
    const keys = await keyring.of(keyring.whoIs(issuer) ?? null)
    return { issuer: keys.issuer, signer: keys.signer('Ed25519') }
  }

  #designOf(
    { course, language }: Omit<PrintedRecord, 'signed'>,
    seal: FileSeal | undefined,
  ): Design {
    const { catalogue, config } = this.#parts
    const own = catalogue.courses.find(({ id }) => id === course)?.certificate
    const { layout, logo, signatories, partnerLine } = own ?? catalogue.certificate
    const told = (text: Localised) => {
      const { text: words, language: spoken } = tell(text, language)
      return { words, ...(spoken === language ? {} : { spoken }) }
    }
    const picture = (file: string | null) => {
      const found = file === null ? undefined : this.#pictures.get(file)
      return found ? { picture: found } : {}
    }
    const partners = partnerLine && told(partnerLine)
    const shownLogo = picture(logo).picture
    return {
      layout,
      paper: config.pageSize,
      ...(shownLogo ? { logo: shownLogo } : {}),
      ...(partners ? { partnerLine: partners.words } : {}),
      ...(partners?.spoken ? { partnerLanguage: partners.spoken } : {}),
      signatories: signatories.map(({ name, role, signature }) => {
        const { words, spoken } = told(role)
        const shown = picture(signature).picture
        return {
          name,
          role: words,
          ...(spoken ? { roleLanguage: spoken } : {}),
          ...(shown ? { signature: shown } : {}),
        }
      }),
      ...(seal ? { sealedBy: seal.name } : {}),
    }
  }

  /** The design with its claims signed; a bare one where there is no key to sign them with. */
  async #signed(
    design: Design,
    { id: url, issuer: issuedBy }: Pick<SignedBadge, 'id' | 'issuer'>,
  ): Promise<Pick<CertificateInput, 'design' | 'pageToken'>> {
    const page = pageClaimsOf(design)
    if (!page) return { design }
    try {
      const { issuer, signer } = await this.#pageKey(issuedBy.id)
      return { design, pageToken: await signPageToken({ iss: issuer, sub: url, page }, signer) }
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
      this.#parts.fault('pdf', thrown)
      const { layout, paper } = design
      return { design: { layout, paper, signatories: [] } }
    }
  }

  /**
   * What the certificate of a credential would look like, with a word behind everything. Nothing of it is signed, and its
   * code leads nowhere.
   *
   * @throws Refusal `name-not-printable`, `settings-invalid`.
   */
  async sketch(
    credential: UnsignedBadge,
    record: Omit<PrintedRecord, 'signed'>,
    { emblem, mark }: { readonly emblem: Emblem; readonly mark: string },
  ): Promise<Uint8Array> {
    const { catalogue } = this.#parts
    return drawCertificate({
      credential: credential as SignedBadge,
      json: JSON.stringify(credential),
      language: record.language,
      emblem,
      illustrative: catalogue.illustrative,
      url: credential.id,
      design: this.#designOf(record, await this.#sealNow()),
      mark,
    })
  }

  /**
   * The certificate of a credential, signed as a file where the operator has a certificate for that.
   *
   * @throws Refusal `name-not-printable`, `settings-invalid`.
   */
  async draw(record: PrintedRecord, emblem: Emblem): Promise<Uint8Array> {
    const { catalogue, config, publicUrl, now, fault } = this.#parts
    const seal = await this.#sealNow()
    if (config.pdfSigning && !seal)
      fault('pdf', new Error('the certificate that PDFs are signed with is out of date'))
    const url = new URL(`/c/${record.id}`, publicUrl).href
    const credential = JSON.parse(record.signed) as SignedBadge
    const { design, pageToken } = await this.#signed(this.#designOf(record, seal), credential)
    const pdf = await drawCertificate({
      credential,
      json: record.signed,
      language: record.language,
      emblem,
      illustrative: catalogue.illustrative,
      url,
      ...(design ? { design } : {}),
      ...(pageToken ? { pageToken } : {}),
    })
    return seal && design?.sealedBy ? seal.sign(pdf, now()) : pdf
  }
}
