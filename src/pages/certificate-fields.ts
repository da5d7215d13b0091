import { type Html, html } from './html.ts'

interface CertificateWords {
  readonly files: string
  readonly filesHint: string
  readonly links: string
  readonly linksHint: string
}

/** Takes files that carry certificates. */
export const filesField = (
  words: CertificateWords,
): Html => html`<p class="field"><label for="files">${words.files}</label>
<input type="file" id="files" name="files" multiple aria-describedby="files-hint" accept=".pdf,.png,.svg,.jpg,.jpeg,.json,.jsonld,.jwt,.jws,.txt">
<small id="files-hint">${words.filesHint}</small></p>`

/** Takes the addresses of certificates, one a line. */
export const linksField = (
  words: CertificateWords,
  { rows, given = '' }: { readonly rows: number; readonly given?: string },
): Html => html`<p class="field"><label for="links">${words.links}</label>
<textarea id="links" name="links" rows="${rows}" autocapitalize="none" autocomplete="off" spellcheck="false" dir="ltr" aria-describedby="links-hint">${given}</textarea>
<small id="links-hint">${words.linksHint}</small></p>`
