import type { CertificateMessages } from '../certificate.ts'
import { onDay, toDay } from './days.ts'

export const certificateItalian: CertificateMessages = {
  headings: {
    completion: 'Certificato di completamento',
    badge: 'Badge digitale',
    participation: 'Attestato di partecipazione',
    eligibility: 'Attestazione di ammissibilità',
  },
  intro: 'Si attesta che',
  verbs: {
    completion: 'ha completato',
    badge: 'ha ottenuto',
    participation: 'ha partecipato a',
    eligibility: 'risulta',
  },
  withDistinction: 'con merito',
  hours: (count) => `${count} ${count === 1 ? 'ora' : 'ore'} di studio`,
  score: (percent) => `Punteggio finale ${percent} %`,
  eqf: (level) => `Livello EQF ${level}, come dichiarato dal programma`,
  validUntil: (date) => `Valido fino ${toDay(date)}`,
  priority: (points, of) => `Priorità: ${points} ${points === '1' ? 'punto' : 'punti'} su ${of}`,
  rules: (version) => `Regole ${version}`,
  awardedOn: (date) => `Rilasciato ${onDay(date)}`,
  decidedOn: (date) => `Deciso ${onDay(date)}`,
  issuedBy: (name) => `Emesso da ${name}`,
  scanToVerify: 'Per verificare il certificato, inquadrare il codice o aprire l’indirizzo',
  qrAlternative: (url) => `Codice QR che porta a ${url}`,
  emblemAlternative: (label) => `Emblema: ${label}`,
  logoAlternative: (issuer) => `Logo di ${issuer}`,
  signatureAlternative: (name) => `Firma di ${name}`,
  sealedBy: (name) => `Questo file reca una firma digitale di ${name}`,
  sealField: 'Firma digitale del file',
  bookmarks: { signatories: 'Firme', check: 'Come verificarlo' },
  attachment: 'La credenziale Open Badges 3.0 firmata',
  pageAttachment: 'Ciò che la pagina riporta oltre alla credenziale, firmato dall’emittente',
  illustrative: 'Programma di esempio, a solo scopo illustrativo',
}
