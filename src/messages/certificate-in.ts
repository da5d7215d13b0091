import type { Language } from '../language.ts'
import { type CertificateMessages, certificateEnglish } from './certificate.ts'
import { certificateGreek } from './greek/certificate.ts'
import { certificateLatvian } from './latvian/certificate.ts'

const certificates: Readonly<Partial<Record<Language, CertificateMessages>>> = {
  en: certificateEnglish,
  el: certificateGreek,
  lv: certificateLatvian,
}

/** The words of a certificate and the language they are in: English where the asked translation is still owed. */
export function certificateIn(language: Language): {
  readonly language: Language
  readonly messages: CertificateMessages
} {
  const messages = certificates[language]
  return messages ? { language, messages } : { language: 'en', messages: certificateEnglish }
}
