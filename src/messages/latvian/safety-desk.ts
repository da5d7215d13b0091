import type { SafetyDeskMessages } from '../safety-desk-messages.ts'

export const safetyDeskLatvian: SafetyDeskMessages = {
  title: 'Atslēgas, kontrolpunkti un kopijas',
  lead: 'Tas, kas neļauj nozagtai atslēgai, pazudušam diskam vai mainītai datubāzei palikt nepamanītiem.',
  keys: 'Parakstīšanas atslēgas',
  columns: { key: 'Atslēga', kind: 'Veids', state: 'Stāvoklis', since: 'Kopš', issuer: 'Paraksta' },
  rotate: 'Nomainīt atslēgas',
  rotateHint: 'Turpmāk paraksta jaunas atslēgas; ar vecajām joprojām var pārbaudīt.',
  stolen: 'Tā ir nozagta',
  sure: 'Es zinu, ka ar šo atslēgu parakstītais vairs neder, kamēr nav parakstīts no jauna.',
  mark: 'Atzīmēt kā nozagtu',
  reissue: 'Parakstīt visu no jauna',
  progress: (done, left) => `No jauna parakstīti: ${done}, atlikuši: ${left}`,
  checkpoint: 'Kontrolpunkts',
  noCheckpoint: 'Neviens kontrolpunkts vēl nav publicēts.',
  checkpointAt: (entry, address) => `Ieraksts ${entry}. Tas publicēts adresē ${address}.`,
  backup: 'Pēdējā kopija',
  backupAt: (at) => `Izveidota ${at}.`,
  noBackup: 'Šis pakalpojums vēl nav veidojis kopiju. Par kopijām citur šeit nav zināms.',
  retention: 'Cik ilgi glabā datus',
  retentionDays: (days) =>
    `Lēmumi, reģistrācijas un dalība: ${days} dienas. Melnraksti: 7 dienas. Saites ar termiņu: 90 dienas pēc tā.`,
}
