import type { SafetyMessages, SafetyRefusals } from '../safety-messages.ts'
import { onDay } from './forms.ts'

export const safetyLatvian: SafetyMessages = {
  keyUnsafe:
    'Atslēga, ar kuru tas parakstīts, vairs nav droša, tāpēc uz šajā failā rakstīto nevar paļauties. Izdevējs to ir parakstījis no jauna ar citu atslēgu.',
  signedAnewOn: (day) => `No jauna parakstīts ${onDay(day)}`,
  signedAnewNote:
    'Apliecinātais nav mainījies; izdevējs to ir parakstījis ar jaunu atslēgu. Fails, kas saglabāts pirms šīs dienas, vairs nav spēkā: lejupielādējiet to vēlreiz.',
  copyRevoked: (day) =>
    `Kopija jūsu makā atsaukta ${onDay(day)}. Pats apliecinājums ir spēkā: ievietojiet to makā vēlreiz un veco tur izdzēsiet.`,
}

export const safetyRefusalsLatvian: SafetyRefusals = {
  'key-in-use': {
    title: 'Ar šo atslēgu vēl paraksta',
    remedy:
      'Vispirms izņemiet to no lietošanas: colophon keys retire, ar --compromised, ja tā nozagta.',
  },
  'ledger-rolled-back': {
    title: 'Datubāze ir vecāka par to, kas publicēts',
    remedy:
      'Uzturētājam jānoliek vietā jaunākā kopija vai apzināti jāpieņem zudums ar colophon restore.',
  },
  'ledger-there': {
    title: 'Datubāze jau ir',
    remedy: 'Uzturētājam tā jāpārvieto vai jānorāda --replace.',
  },
  'backup-unusable': {
    title: 'Šo rezerves kopiju nevar izmantot',
    remedy: 'Uzturētājam jāņem cita un jāpārbauda paroles frāze.',
  },
}
