import type { AdmissionMessages, FilledIn } from '../admission-messages.ts'
import { formatNumber } from '../format.ts'
import { onDay, toDay } from './days.ts'

const plural = new Intl.PluralRules('it')
const number = (value: number) => formatNumber(value, 'it')
const isOne = (count: number) => plural.select(count) === 'one'
const counted = (count: number, one: string, other: string) =>
  `${number(count)} ${isOne(count) ? one : other}`
const missing = (count: number) => `${isOne(count) ? 'ne manca' : 'ne mancano'} ${number(count)}`
const needed = (count: number) => `${isOne(count) ? 'ne serve' : 'ne servono'} ${number(count)}`

const about =
  (named: (what: string) => string, unnamed: string): FilledIn =>
  ({ what }) =>
    what === null ? unnamed : named(`«${what}»`)

const figures =
  (counting: (has: number, needs: number) => string, uncounted: string): FilledIn =>
  ({ has, needs }) =>
    has === null || needs === null ? uncounted : counting(has, needs)

const enough = (one: string, other: string, uncounted: string) =>
  figures((has, needs) => `${counted(has, one, other)}; ${needed(needs)}.`, uncounted)

const tooFew = (one: string, other: string, uncounted: string) =>
  figures(
    (has, needs) => `${counted(has, one, other)} su ${number(needs)}; ${missing(needs - has)}.`,
    uncounted,
  )

const hours = ['ora di studio dimostrata', 'ore di studio dimostrate'] as const
const credits = ['credito dimostrato', 'crediti dimostrati'] as const

const inIt = (what: string | null) => (what === null ? '' : ` per «${what}»`)

const credential = (happened: string) =>
  about(
    (what) => `Il certificato presentato per ${what} ${happened}.`,
    `Il certificato presentato ${happened}.`,
  )

const result = (uncounted: (inIt: string) => string): FilledIn => {
  return ({ what, has, needs }) =>
    has === null || needs === null
      ? uncounted(inIt(what))
      : `Risultato${inIt(what)}: ${number(has)} %; minimo richiesto: ${number(needs)} %.`
}

export const admissionItalian: AdmissionMessages = {
  outcomes: {
    eligible: {
      title: 'Ammissibile',
      meaning: 'I requisiti di ammissione sono soddisfatti.',
      advice: 'Non è ancora un posto: i posti si danno con l’iscrizione e possono essere pochi.',
    },
    'not-yet': {
      title: 'Non ancora ammissibile',
      meaning: 'Manca qualcosa di necessario per l’ammissione.',
      advice: 'Qui sotto si trova che cosa manca e dove ottenerlo.',
    },
    'needs-review': {
      title: 'Deve decidere una persona',
      meaning: 'Non tutto si può valutare dai soli certificati.',
      advice: 'Qui sotto si trova che cosa resta da decidere. Decide l’ente di formazione.',
    },
  },
  outcomeReasons: {
    'conditions-met': 'Tutti i requisiti di ammissione sono soddisfatti.',
    'conditions-open':
      'Se i requisiti di ammissione siano soddisfatti dipende da qualcosa che resta da decidere.',
    considered:
      'I requisiti di ammissione non sono soddisfatti, ma si tiene conto di quanto altro è stato presentato.',
    'admitted-by-reviewer': 'Una persona ha esaminato tutto e ha accolto la domanda.',
    'conditions-unmet': 'I requisiti di ammissione non sono soddisfatti.',
    'refused-by-reviewer': 'Una persona ha esaminato tutto e non ha accolto la domanda.',
    'persons-differ': 'Non è chiaro se i certificati appartengano a una sola persona.',
    'sources-unreachable':
      'Parte di quanto presentato non era raggiungibile, quindi non si sa che cosa dimostrerebbe.',
  },
  ruleOutcomes: {
    met: 'Soddisfatto',
    unmet: 'Non soddisfatto',
    waived: 'Accettato da una persona',
    review: 'Da decidere',
  },
  ruleReasons: {
    'achievement-held': about((what) => `${what} è presente.`, 'Il certificato è presente.'),
    'skill-held': about(
      (what) => `La competenza ${what} è dimostrata al livello richiesto.`,
      'La competenza richiesta è dimostrata.',
    ),
    'alignment-held': about((what) => `È dimostrato: ${what}.`, 'È dimostrato quanto serve.'),
    'hours-proven': enough(...hours, 'Le ore di studio dimostrate sono sufficienti.'),
    'credits-proven': enough(...credits, 'I crediti dimostrati sono sufficienti.'),
    'result-reached': result((where) => `Il risultato richiesto${where} è raggiunto.`),
    'statement-accepted': about(
      (what) => `Una persona ha esaminato e accettato la dichiarazione ${what}.`,
      'Una persona ha esaminato e accettato la dichiarazione.',
    ),
    'parts-met': () => 'Quanto richiesto è dimostrato in misura sufficiente.',
    'nothing-against': () => 'Nulla di quanto presentato è motivo di esclusione.',
    'rule-accepted': () => 'Una persona lo ha esaminato e accettato.',
    'achievement-missing': about((what) => `Manca ${what}.`, 'Manca un certificato.'),
    'skill-missing': about(
      (what) => `La competenza ${what} non è dimostrata.`,
      'Una competenza non è dimostrata.',
    ),
    'skill-level-low': ({ what, has, needs }) => {
      const skill = what === null ? 'La competenza' : `La competenza «${what}»`
      return has === null || needs === null
        ? `${skill} è dimostrata a un livello inferiore a quello richiesto.`
        : `${skill} è dimostrata al livello ${number(has)}; è richiesto il livello ${number(needs)}.`
    },
    'alignment-missing': about(
      (what) => `Non è dimostrato: ${what}.`,
      'Non è dimostrato quanto serve.',
    ),
    'hours-missing': tooFew(...hours, 'Mancano ore di studio.'),
    'credits-missing': tooFew(...credits, 'Mancano crediti.'),
    'result-missing': ({ what }) => `Non è indicato alcun risultato${inIt(what)}.`,
    'result-low': result((where) => `Il risultato${where} è inferiore a quello richiesto.`),
    'awarded-outside-period': credential('è stato rilasciato fuori dal periodo ammesso'),
    'issuer-not-recognised': credential('proviene da un emittente qui non riconosciuto'),
    'credential-not-genuine': credential('non è autentico'),
    'credential-revoked': credential('è stato revocato'),
    'credential-suspended': credential('è temporaneamente sospeso'),
    'credential-replaced': credential(
      'è stato sostituito da uno più recente; presentare quello più recente',
    ),
    'credential-expired': credential('è scaduto'),
    'credential-not-yet-valid': credential('non vale ancora'),
    'statement-not-made': about(
      (what) => `La dichiarazione ${what} non è stata resa.`,
      'Una dichiarazione non è stata resa.',
    ),
    'statement-without-document': about(
      (what) => `La dichiarazione ${what} è stata resa, ma senza il documento necessario.`,
      'Una dichiarazione è stata resa, ma senza il documento necessario.',
    ),
    'statement-refused': about(
      (what) => `Una persona ha esaminato la dichiarazione ${what} e non l’ha accettata.`,
      'Una persona ha esaminato la dichiarazione e non l’ha accettata.',
    ),
    'parts-missing': figures(
      (has, needs) =>
        needs === 1
          ? 'Non è dimostrato nulla di ciò che basterebbe.'
          : `${counted(has, 'elemento dimostrato', 'elementi dimostrati')} su ${number(needs)} necessari.`,
      'Quanto richiesto non è dimostrato in misura sufficiente.',
    ),
    'held-against': about(
      (what) => `${what} è presente, ed è motivo di esclusione.`,
      'È stato presentato un motivo di esclusione.',
    ),
    'rule-refused': () => 'Una persona lo ha esaminato e non lo ha accettato.',
    'credential-unclear': credential('non è verificabile al momento'),
    'level-not-stated': about(
      (what) =>
        `La competenza ${what} è dimostrata, ma non si sa a quale livello; deve esaminarla una persona.`,
      'Una competenza è dimostrata, ma non si sa a quale livello; deve esaminarla una persona.',
    ),
    'persons-differ': () =>
      'Non è chiaro se i certificati appartengano a una sola persona; deve esaminarli una persona.',
    'person-differs': () =>
      'Il certificato riporta un altro nome rispetto alla domanda; deve esaminarlo una persona.',
    'person-unclear': () =>
      'Il certificato non dice con sufficiente chiarezza di chi è; deve esaminarlo una persona.',
    'statement-to-review': about(
      (what) => `La dichiarazione ${what} è stata resa; deve esaminarla una persona.`,
      'Una dichiarazione è stata resa; deve esaminarla una persona.',
    ),
    'parts-to-review': () => 'Una parte resta da decidere; deve esaminarla una persona.',
  },
  creditReasons: {
    counts: 'È autentico e in vigore, e viene conteggiato.',
    twice: 'È stato presentato più volte; conta una volta sola.',
    unclear: 'Non è verificabile al momento.',
    'not-genuine': 'Non è autentico.',
    impostor: 'Finge di provenire da un emittente che non lo ha firmato.',
    revoked: 'È stato revocato.',
    suspended: 'È temporaneamente sospeso.',
    replaced: 'È stato sostituito da uno più recente.',
    expired: 'È scaduto.',
    'not-yet-valid': 'Non vale ancora.',
    'issuer-not-recognised':
      'È autentico, ma l’emittente non è riconosciuto per questa ammissione.',
    'persons-differ': 'Non è chiaro se tutti i certificati appartengano a una sola persona.',
    'person-differs': 'Riporta un altro nome rispetto alla domanda.',
    'person-unclear': 'Non dice con sufficiente chiarezza di chi è.',
    'not-the-applicants': 'Una persona ha accertato che non è di chi fa domanda.',
  },
  waiverStates: {
    none: 'da seguire',
    partial: 'dimostrato in parte',
    proven: 'dimostrato; deve accettarlo una persona',
    waived: 'si può saltare',
    refused: 'non accettato; da seguire',
  },
  moduleHours: (proven, all) =>
    proven >= all
      ? `Tutte le ore (${number(all)}) sono dimostrate.`
      : `${counted(proven, 'ora dimostrata', 'ore dimostrate')} su ${number(all)}; ${missing(all - proven)}.`,
  priority: ({ points, of, pending }) =>
    `${counted(points, 'punto', 'punti')} su ${number(of)}${pending > 0 ? `; ancora da decidere: ${number(pending)}` : ''}`,
  points: (points) => counted(points, 'punto', 'punti'),
  pointsOf: {
    met: (points) => `Dà ${counted(points, 'punto', 'punti')}.`,
    waived: (points) => `Non dà punti; se soddisfatto, ne darebbe ${number(points)}.`,
    review: (points) => `Dà ${counted(points, 'punto', 'punti')} se risulta soddisfatto.`,
    unmet: (points) => `Darebbe ${counted(points, 'punto', 'punti')}.`,
  },
  decidedOn: (moment) => `Deciso ${onDay(moment)}`,
  holdsUntil: (day) => `Questa risposta vale fino ${toDay(day)}.`,
  reviewItems: {
    rule: (name) => `Requisito: ${name}`,
    statement: (name) => `Dichiarazione: ${name}`,
    module: (name) => `Saltare il modulo: ${name}`,
    person: 'Se tutti i certificati appartengono a una sola persona',
    admission: 'Ammissione benché i requisiti non siano tutti soddisfatti',
  },
  labels: {
    rules: 'Ogni requisito',
    missing: 'Che cosa manca',
    helps: 'Che altro sarebbe utile',
    getIt: 'Dove ottenerlo',
    restsOn: 'Si basa su',
    modules: 'Moduli con ore dimostrate',
    module: 'Modulo',
    state: 'Stato',
    modulesNote:
      'Ogni ora conta una volta. Un modulo si salta solo se una persona lo ha accettato.',
    modulesInPart: 'Dimostrati in parte',
    modulesInPartNote:
      'Questi moduli vanno seguiti, a meno che altri certificati dimostrino le ore mancanti.',
    credentials: 'Certificati presentati',
    from: 'Emittente',
    untitled: 'Un file senza titolo leggibile',
    priority: 'Priorità',
    open: 'Che cosa decide una persona',
    unread: 'Che cosa non è leggibile',
    details: 'Come si è deciso?',
    specialization: 'Specializzazione',
    ruleVersion: 'Versione delle regole',
    decidedAt: 'Data della decisione',
    validUntil: 'Scadenza',
    reason: 'Motivo',
  },
}
