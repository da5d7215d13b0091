import type { ReceiptMessages } from '../receipt-messages.ts'
import { outOf } from './forms.ts'

export const receiptLatvian: ReceiptMessages = {
  titles: { verification: 'Pārbaudes izziņa', decision: 'Lēmuma izziņa' },
  lead: 'Tajā teikts, kas konstatēts norādītajā brīdī. Tā nav apliecinājums un neko nesaka par vēlāku laiku.',
  genuine: {
    yes: {
      title: 'Īsta izziņa',
      meaning: 'To parakstīja tajā norādītais pakalpojums, un nekas tajā nav mainīts.',
    },
    elsewhere: {
      title: 'Cita pakalpojuma izziņa',
      meaning:
        'Par tās saturu atbild tās sagatavotājs, kas tālāk norādīts pirmais. Šeit nekas no tās nav pārbaudīts: paļaujieties uz to tikai tad, ja sagatavotāju zināt un tam uzticaties.',
    },
    no: {
      title: 'Nav īsta izziņa',
      meaning:
        'Norādītais pakalpojums to nav parakstījis, vai arī tā ir mainīta. Nepaļaujieties uz to.',
    },
    unknown: {
      title: 'Izziņa, ko neizdevās pārbaudīt',
      meaning: 'Norādītais pakalpojums pašlaik neatbild. Vēlāk mēģiniet vēlreiz.',
    },
  },
  now: 'Kopš tā laika kaut kas var būt mainījies: apliecinājums var būt atsaukts vai tā termiņš beidzies.',
  checkNow: 'Pārbaudīt apliecinājumu, kāds tas ir šodien',
  labels: {
    by: 'Sagatavoja',
    at: 'Konstatēšanas laiks',
    outcome: 'Rezultāts',
    person: 'Persona',
    title: 'Nosaukums',
    reasons: 'Pamatojums',
    credential: 'Apliecinājums',
    digest: 'Pārbaudītā satura kontrolsumma',
    found: 'Konstatēts',
    issuer: 'Izdevējs',
    keys: 'Ar atslēgām',
    statusLists: 'Atsaukto saraksti',
    rules: 'Noteikumi',
    ruleVersion: 'Noteikumu versija',
    priority: 'Prioritāte',
    waived: 'Moduļi, kurus var izlaist',
    validUntil: 'Spēkā līdz',
    number: 'Izziņas numurs',
  },
  none: 'nav',
  priority: (points, of) => `${points} ${outOf(of, 'punkta', 'punktiem')}`,
  get: {
    title: 'Izziņa glabāšanai',
    note: 'Tajā ar parakstu apliecināts, kas tikko konstatēts. Tās saturs ir tas, kas redzams iepriekš.',
    pdf: 'Izziņa (PDF)',
    jwt: 'Izziņa (parakstīts teksts)',
  },
  attachment: 'Parakstītā izziņa (compact JWS)',
  howToCheck: (address) =>
    `Šīs izziņas paraksts ir faila pielikumā: lai to pārbaudītu, iesniedziet failu adresē ${address}.`,
  more: (count) => `un vēl ${count} (skatīt pielikumā)`,
}
