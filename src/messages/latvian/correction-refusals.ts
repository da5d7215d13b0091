import type { CorrectionRefusals } from '../correction-messages.ts'

export const correctionRefusalsLatvian: CorrectionRefusals = {
  'credential-erased': {
    title: 'Šis apliecinājums ir dzēsts',
    remedy:
      'Turētājs vai izdevējs lika tā saturu neatgriezeniski dzēst. Kam fails vēl ir, var to parādīt; šis pakalpojums to vairs nevar apstiprināt.',
  },
  'not-correctable': {
    title: 'To nevar izlabot',
    remedy: 'Izlasiet sīkāk: apliecinājumā nav nekā tāda, vai arī tas jāizdod no jauna.',
  },
  'nothing-to-correct': {
    title: 'Tā tur jau ir rakstīts',
    remedy: 'Salīdziniet to, kas jāmaina, ar to, kas apliecinājumā rakstīts tagad.',
  },
  'correction-not-found': {
    title: 'Šāda labojuma nav',
    remedy: 'Apskatiet labojumu sarakstu un salīdziniet identifikatoru.',
  },
  'correction-settled': {
    title: 'Par šo labojumu jau ir izlemts',
    remedy: 'Apskatiet, kas ar to noticis. Lai mainītu ko citu, labojiet apliecinājumu vēlreiz.',
  },
  'correction-under-way': {
    title: 'Jau notiek cits labojums',
    remedy: 'Pagaidiet, līdz tas ir pabeigts, un mēģiniet vēlreiz.',
  },
  'learner-not-found': {
    title: 'Ar šādu atslēgu te neviena nav',
    remedy: 'Salīdziniet adresi vai numuru zīmi pa zīmei. Arī dzēstos te vairs neatrod.',
  },
}
