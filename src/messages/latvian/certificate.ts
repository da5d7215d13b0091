import type { CertificateMessages } from '../certificate.ts'
import { onDay, untilDay } from './forms.ts'

// Figures stand after a colon: a printed line is recognised by its words, which must not change with the figure.
export const certificateLatvian: CertificateMessages = {
  headings: {
    completion: 'Mācību pabeigšanas sertifikāts',
    badge: 'Sasnieguma nozīmīte',
    participation: 'Dalības apliecinājums',
    eligibility: 'Atbilstības apliecinājums',
  },
  intro: 'Ar šo tiek apliecināts, ka',
  verbs: {
    completion: 'pabeidza programmu',
    badge: 'ieguva nozīmīti',
    participation: 'piedalījās programmā',
    eligibility: 'saņēma lēmumu',
  },
  withDistinction: 'ar izcilību',
  hours: (count) => `Mācību stundas: ${count}`,
  score: (percent) => `Gala rezultāts: ${percent} %`,
  eqf: (level) => `EKI līmenis: ${level} (pēc programmas norādes)`,
  validUntil: (date) => `Spēkā ${untilDay(date)}`,
  priority: (points, of) => `Prioritātes punkti: ${points} no ${of}`,
  rules: (version) => `Noteikumi ${version}`,
  decidedOn: (date) => `Lēmums pieņemts ${onDay(date)}`,
  awardedOn: (date) => `Piešķirts ${onDay(date)}`,
  issuedBy: (name) => `Izdevējs: ${name}`,
  onBehalfOf: (programme) => `organizācijas „${programme}” vārdā`,
  scanToVerify: 'Lai pārbaudītu šo sertifikātu, noskenējiet kodu vai atveriet adresi',
  qrAlternative: (url) => `QR kods, kas ved uz ${url}`,
  emblemAlternative: (label) => `Emblēma: ${label}`,
  logoAlternative: (issuer) => `Logotips: ${issuer}`,
  signatureAlternative: (name) => `Paraksts: ${name}`,
  sealedBy: (name) => `Failam ir digitāls paraksts: ${name}`,
  sealField: 'Faila digitālais paraksts',
  bookmarks: { signatories: 'Paraksti', check: 'Kā to pārbaudīt' },
  attachment: 'Parakstītais Open Badges 3.0 apliecinājums',
  pageAttachment: 'Lapā papildus apliecinājumam iespiestais, ko parakstījis izdevējs',
  illustrative: 'Parauga programma, tikai ilustrācijai',
}
