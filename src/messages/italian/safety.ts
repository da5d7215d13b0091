import type { SafetyMessages, SafetyRefusals } from '../safety-messages.ts'
import { onDay } from './days.ts'

export const safetyItalian: SafetyMessages = {
  keyUnsafe:
    'La chiave con cui è stato firmato non è più sicura: di ciò che dice questo file non ci si può fidare. L’emittente lo ha firmato di nuovo con un’altra chiave.',
  signedAnewOn: (day) => `Firmato di nuovo ${onDay(day)}`,
  signedAnewNote:
    'Il riconoscimento è lo stesso; l’emittente lo ha firmato con una chiave nuova. Un file salvato prima di quella data non conta più: scaricarlo di nuovo.',
  copyRevoked: (day) =>
    `La copia nel wallet è stata revocata ${onDay(day)}. Il riconoscimento resta: basta metterlo di nuovo nel wallet e cancellare lì la copia vecchia.`,
}

export const safetyRefusalsItalian: SafetyRefusals = {
  'key-in-use': {
    title: 'Questa chiave firma ancora',
    remedy: 'Prima va tolta dall’uso: colophon keys retire, con --compromised se è stata rubata.',
  },
  'ledger-rolled-back': {
    title: 'La banca dati è più vecchia di quanto è stato pubblicato',
    remedy:
      'Il gestore dovrebbe mettere al suo posto la copia più recente, o accettare la perdita consapevolmente con colophon restore.',
  },
  'ledger-there': {
    title: 'C’è già una banca dati',
    remedy: 'Il gestore dovrebbe spostarla altrove, oppure indicare --replace.',
  },
  'backup-unusable': {
    title: 'Questa copia di sicurezza non è utilizzabile',
    remedy: 'Il gestore dovrebbe prenderne un’altra e controllare la passphrase.',
  },
}
