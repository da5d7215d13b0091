import type { PageMessages } from '../page-messages.ts'
import { onDay } from './days.ts'

const plural = new Intl.PluralRules('it')

export const credentialPagesItalian: Pick<PageMessages, 'credential' | 'achievement' | 'skill'> = {
  credential: {
    pageTitle: (achievement) => `Verifica del certificato: ${achievement}`,
    earned: 'ha ottenuto',
    issuedBy: 'Emesso da',
    awardedOn: 'Data di rilascio',
    until: 'Scadenza',
    howWeKnow: 'Come lo sappiamo',
    issuerKnown: (domain) =>
      `La chiave di firma è pubblicata su ${domain} e questo emittente è nel nostro elenco di emittenti noti.`,
    issuerUnknown: (domain) =>
      `La chiave di firma è pubblicata su ${domain}. Questo emittente non è nel nostro elenco di emittenti noti.`,
    withheld:
      'Il contenuto non è mostrato finché la firma non è confermata. Riprovare più tardi, oppure verificare direttamente il file.',
    about: 'Che cosa attesta',
    criteria: 'Che cosa è stato necessario fare',
    skills: 'Competenze',
    results: 'Risultati',
    resultNames: {
      Percent: 'Punteggio finale',
      'ext:StudyHours': 'Ore di studio',
      'ext:Distinction': 'Merito',
      'ext:RuleVersion': 'Versione delle regole di ammissione',
      'ext:DecisionReason': 'Come si è deciso',
      'ext:PriorityPoints': 'Priorità',
    },
    downloads: 'File',
    formats: {
      pdf: { label: 'PDF', use: 'da stampare o da allegare a una candidatura' },
      png: {
        label: 'Badge PNG',
        use: 'per un sito o un profilo; contiene il certificato firmato',
      },
      svg: { label: 'Badge SVG', use: 'lo stesso, nitido in ogni dimensione' },
      json: {
        label: 'JSON',
        use: 'l’originale firmato, per portafogli digitali e servizi di verifica',
      },
      jwt: { label: 'JWT', use: 'gli stessi dati come testo firmato, per i programmi' },
    },
    share: 'Condividere',
    shareNote:
      'Chi ha il link può vedere questa pagina. Ai motori di ricerca si chiede di ignorarla.',
    addToProfile: 'Aggiungere al profilo LinkedIn',
    sharePost: 'Condividere su LinkedIn',
    revokedOn: (date) => `Revocato ${onDay(date)}`,
    revokedNote: 'Non valgono più nemmeno le copie stampate o salvate in precedenza.',
    reason: 'Motivo',
    scan: 'Verificare questa pagina all’indirizzo',
    qrAlternative: (url) => `Codice QR che porta a ${url}`,
    badgeAlternative: (name) => `Immagine del badge: ${name}`,
    eligibility: {
      found: 'risulta',
      decidedOn: 'Data della decisione',
      priority: (points, of) => `${points} ${points === '1' ? 'punto' : 'punti'} su ${of}`,
      lost: {
        title: 'Base venuta meno',
        meaning:
          'È stato firmato dall’emittente, ma un certificato su cui si basa è stato poi revocato.',
        advice: 'Non iscrivere nessuno su questa base. Chiedere una nuova decisione.',
      },
      restsOn: 'Su che cosa si basa',
      restsOnNothing:
        'Non si basa su alcun certificato: una persona ha esaminato e accolto la domanda.',
      states: {
        standing: 'Non revocato.',
        gone: 'Revocato dal suo emittente.',
        unclear: 'Non si è potuto accertare se valga ancora.',
      },
      lookedAt: (day) => `Ultimo controllo: ${day}.`,
    },
  },
  achievement: {
    listTitle: 'Traguardi',
    listLead: 'Che cosa si può ottenere, che cosa occorre e che cosa viene attestato.',
    about: 'Che cosa attesta',
    criteria: 'Che cosa bisogna fare',
    skills: 'Competenze',
    profiles: 'Profili professionali a cui porta',
    labels: { hours: 'Tempo di studio', eqf: 'Livello', version: 'Versione', id: 'Identificativo' },
    otherLanguages: 'In altre lingue',
    aboutSpecialization: 'La specializzazione e chi può iscriversi',
    hours: (count) => `${count} ${plural.select(count) === 'one' ? 'ora' : 'ore'}`,
    eqf: (level) =>
      `Livello ${level} del Quadro europeo delle qualifiche (EQF), come dichiarato dal programma`,
  },
  skill: {
    kind: 'Competenza',
    area: 'Area tematica',
    framework: 'Quadro europeo',
    level: 'Livello',
    levelOf: (level) => `${level} su 8`,
    profiles: 'Profili professionali a cui appartiene',
    includedIn: 'Traguardi che la comprendono',
    notIncluded: 'Ancora nessuno.',
  },
}
