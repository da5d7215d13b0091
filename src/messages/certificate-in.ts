import type { Language } from '../language.ts'
import { type CertificateMessages, certificateEnglish } from './certificate.ts'
import { certificateGreek } from './greek/certificate.ts'

/** The words of a certificate and the language they are in: English where the asked translation is still owed. */
export function certificateIn(language: Language): {
  readonly language: Language
  readonly messages: CertificateMessages
} {
  return language === 'el'
    ? { language, messages: certificateGreek }
    : { language: 'en', messages: certificateEnglish }
}
