import type { SafetyDeskMessages } from '../safety-desk-messages.ts'

export const safetyDeskItalian: SafetyDeskMessages = {
  title: 'Chiavi, punti di controllo e copie',
  lead: 'Ciò che impedisce a una chiave rubata, a un disco perso o a una banca dati alterata di passare inosservati.',
  keys: 'Chiavi di firma',
  columns: { key: 'Chiave', kind: 'Tipo', state: 'Stato', since: 'Dal', issuer: 'Firma per' },
  rotate: 'Rinnovare le chiavi',
  rotateHint: 'Da ora firmano chiavi nuove; le vecchie continuano a valere per le verifiche.',
  stolen: 'È stata rubata',
  sure: 'So che ciò che questa chiave ha firmato non vale più finché non è firmato di nuovo.',
  mark: 'Segnare come rubata',
  reissue: 'Firmare tutto di nuovo',
  progress: (done, left) => `${done} firmati di nuovo, ne restano ${left}`,
  checkpoint: 'Punto di controllo',
  noCheckpoint: 'Non è stato ancora pubblicato nessun punto di controllo.',
  checkpointAt: (entry, address) => `Voce ${entry}. È pubblicato su ${address}.`,
  backup: 'Ultima copia',
  backupAt: (at) => `Scritta il ${at}.`,
  noBackup:
    'Questo servizio non ha ancora fatto copie. Di copie fatte altrove qui non si sa nulla.',
  retention: 'Per quanto tempo si conservano i dati',
  retentionDays: (days) =>
    `Decisioni, iscrizioni e partecipazione: ${days} giorni. Bozze: 7 giorni. Link a scadenza: 90 giorni dopo la fine.`,
}
