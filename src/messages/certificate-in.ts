import type { Language } from '../language.ts'
import { type CertificateMessages, certificateEnglish } from './certificate.ts'
import { certificateGreek } from './greek/certificate.ts'
import { certificateItalian } from './italian/certificate.ts'

const translated: Readonly<Partial<Record<Language, CertificateMessages>>> = {
  en: certificateEnglish,
  it: certificateItalian,
  el: certificateGreek,
}

/** The words of a certificate and the language they are in: English where the asked translation is still owed. */
export function certificateIn(language: Language): {
  readonly language: Language
  readonly messages: CertificateMessages
} {
  const messages = translated[language]
  return messages ? { language, messages } : { language: 'en', messages: certificateEnglish }
}
