import type { ActRefusals } from '../act-messages.ts'

/** What is refused to whoever acts on many credentials at once. */
export const actRefusalsLatvian: ActRefusals = {
  'act-not-found': {
    title: 'Šādas darbības nav',
    remedy:
      'Varbūt trūkst daļas no adreses, vai arī darbība attiecas uz kursiem, kas nav jūsu ziņā. Visas, ko varat redzēt, ir darbību lapā.',
  },
  'act-settled': {
    title: 'Par to jau ir izlemts',
    remedy:
      'Kāds cits bija ātrāks, vai arī neviens neatbildēja septiņu dienu laikā. Apskatiet darbību vēlreiz: tās lapā redzams, kā ar to stāv.',
  },
  'own-act': {
    title: 'Tas jāapstiprina kādam citam',
    remedy:
      'Tas skar tik daudz apliecību, ka jāapskata arī otram cilvēkam. Palūdziet kolēģim to apstiprināt; jūs vēl varat to atsaukt.',
  },
  'selection-changed': {
    title: 'Atlase ir mainījusies',
    remedy:
      'Kopš to skatījāt, kādas apliecības ir izsniegtas, izlabotas, anulētas vai dzēstas. Apskatiet jauno atlasi un apstipriniet to.',
  },
  'nothing-to-do': {
    title: 'Šeit nav ko darīt',
    remedy:
      'Viss atlasītais paliek ārpusē; priekšskatījumā par katru teikts, kāpēc. Atlasiet citas.',
  },
  'letters-off': {
    title: 'No šejienes vēstules nesūta',
    remedy:
      'Šim pakalpojumam nav pasta servera. Tas, kurš to uztur, var iestatīt SMTP_URL; līdz tam izveidojiet saiti katram dalībniekam un nododiet to citā veidā.',
  },
}
