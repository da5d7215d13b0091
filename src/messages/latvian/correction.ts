import type { CorrectionMessages } from '../correction-messages.ts'
import { onDay } from './forms.ts'

export const correctionLatvian: CorrectionMessages = {
  replacedOn: (day) => `Aizstāts ${onDay(day)}`,
  changed: (facts) => `Iemesls: izlabots ${facts}.`,
  facts: {
    recipient: 'vārds un uzvārds',
    title: 'nosaukums',
    results: 'rezultāts',
    awardedDate: 'piešķiršanas datums',
    validUntil: 'beigu datums',
  },
  changedNothingShown:
    'Iemesls: izdevējs to ir publicējis no jauna; tas, ko tas apliecina, nav mainījies.',
  openNewer: 'Skatīt spēkā esošo versiju',
  newerAt: 'Spēkā esošā versija atrodas adresē',
  correctedOn: (day) => `Izlabots ${onDay(day)}`,
  correctedNote:
    'Šī ir spēkā esošā versija. Kopija, kas izdrukāta vai saglabāta pirms šīs dienas, vairs nav spēkā.',
}
