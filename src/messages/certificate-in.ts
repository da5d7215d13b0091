import type { Language } from '../language.ts'
import { certificateBulgarian } from './bulgarian/certificate.ts'
import { type CertificateMessages, certificateEnglish } from './certificate.ts'
import { certificateGreek } from './greek/certificate.ts'
import { certificateItalian } from './italian/certificate.ts'
import { certificateLatvian } from './latvian/certificate.ts'

const certificates: Readonly<Record<Language, CertificateMessages>> = {
  en: certificateEnglish,
  it: certificateItalian,
  el: certificateGreek,
  bg: certificateBulgarian,
  lv: certificateLatvian,
}

/** The words of a certificate, without all the others: documents are drawn in threads of their own. */
export function certificateIn(language: Language): CertificateMessages {
  return certificates[language]
}
