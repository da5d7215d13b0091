import type { Messages } from '../messages.ts'
import { importComplaintsItalian } from './import.ts'

export const complaintsItalian: Messages['complaints'] = {
  'name-missing': 'Manca il nome. Inserirlo come deve comparire sul certificato.',
  'name-has-control-characters':
    'Il nome contiene caratteri invisibili. Sono stati tolti; confrontare il nome con la grafia usata dalla persona.',
  'name-too-long': 'Il nome è troppo lungo per un certificato. Abbreviarlo.',
  'learner-key-missing':
    'Nulla distingue questa persona dalle altre: né indirizzo e-mail, né matricola, né codice LMS. Aggiungerne uno, oppure chiedere l’abbinamento per nome.',
  'email-suspicious': 'L’indirizzo e-mail sembra errato. Confrontarlo con quello della persona.',
  'date-unreadable':
    'La data non è leggibile. Scriverla nel formato anno-mese-giorno, ad esempio 2026-11-22. In un’importazione, controllare anche l’ordine delle date indicato.',
  'date-in-future': 'La data è nel futuro. Correggerla, oppure attendere quel giorno.',
  'score-unreadable':
    'Il punteggio non è leggibile. Scrivere un numero da 0 a 100, ad esempio 94,5.',
  'module-unknown':
    'Il corso non ha moduli con questo identificativo. Correggerlo, oppure aggiungere il modulo al catalogo.',
  'language-unknown':
    'La lingua non è tra quelle disponibili. Si usa la lingua del corso; correggerla se necessario.',
  'column-unknown':
    'Colonne o attività non utilizzate. Se una deve contare, cambiarle nome oppure indicarla nel catalogo.',
  'learner-twice':
    'La stessa persona compare più volte nel file. Lasciare una sola riga; si considera soltanto la prima.',
  'columns-missing':
    'Mancano colonne necessarie. Aggiungerle, oppure scegliere il formato corretto.',
  'quote-not-closed':
    'Qui si aprono virgolette che non vengono mai chiuse. Chiuderle, oppure toglierle.',
  'row-length':
    'La riga ha più o meno celle dell’intestazione (celle / colonne). Cercare un separatore di troppo o mancante.',
  ...importComplaintsItalian,
  'name-not-printable':
    'Nessun carattere tipografico del servizio ha tutte le lettere del nome. Il certificato può essere emesso, ma senza PDF; se serve, chiedere alla persona un’altra grafia.',
  'actor-unusable':
    'La persona è indicata solo con un’impronta dell’indirizzo, un OpenID o come gruppo, e così non si può emettere nulla. Far inviare alla piattaforma l’indirizzo o l’account.',
}
