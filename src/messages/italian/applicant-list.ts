import type { ApplicantListMessages } from '../applicant-list-messages.ts'
import { formatNumber } from '../format.ts'
import { ofDay } from './days.ts'

const number = (value: number) => formatNumber(value, 'it')

export const applicantListItalian: ApplicantListMessages = {
  title: 'Elenchi di richiedenti',
  lead: 'Caricare una tabella con una riga per ogni richiedente. Ogni riga è decisa separatamente e messa in graduatoria con le altre.',
  file: 'Tabella (CSV)',
  fileHint:
    'Fino a 10.000 righe e 16 MB. Il contenuto di una riga è cancellato appena presa la decisione.',
  columns:
    'La prima riga contiene i nomi delle colonne, in qualsiasi ordine; non sono ammesse altre colonne. Ne serve una con certificati o dichiarazioni.',
  columnHelp: {
    credentials:
      'Link ai certificati, oppure i codici stampati sui certificati, separati da spazi.',
    'credential, credential2, …': 'In alternativa: un certificato per colonna.',
    reference: 'Per identificare la domanda, ad esempio un numero di pratica.',
    name: 'Nome di chi fa domanda; viene confrontato con i nomi sui certificati.',
    country: 'Paese di chi fa domanda, in due lettere.',
    applied: 'Giorno della domanda, nel formato anno-mese-giorno. Se vuoto, si intende oggi.',
    statements:
      'Le dichiarazioni di chi fa domanda, con i nomi brevi separati da spazi; dove serve un documento, con il nome di quello in vostro possesso.',
  },
  example: 'Un esempio',
  submit: 'Decidere su tutti',
  nothingGiven: {
    title: 'Non c’è ancora nessuna tabella',
    remedy: 'Scegliere un file CSV con una riga di intestazione e una riga per ogni richiedente.',
  },
  recent: 'Elenchi già caricati',
  none: 'Non ce n’è ancora nessuno.',
  listOf: (moment) => `Elenco ${ofDay(moment)}`,
  progress: (done, total) => `${number(done)} su ${number(total)} decisi`,
  reloads: 'Questa pagina si aggiorna da sola ogni pochi secondi finché non sono tutti decisi.',
  stopReloading: 'Fermare l’aggiornamento',
  reload: 'Aggiornare',
  download: 'Scaricare come tabella (CSV)',
  back: 'Tutti gli elenchi',
  filter: 'Mostrare solo',
  all: 'Tutti',
  refused: 'Senza decisione',
  waiting: 'Ancora da decidere',
  nothingHere: 'Nessuna riga ha avuto questo esito.',
  table: 'I richiedenti in graduatoria',
  heads: {
    rank: 'Posizione',
    applicant: 'Richiedente',
    outcome: 'Esito',
    priority: 'Priorità',
    why: 'Perché',
  },
  line: (number) => `riga ${number}`,
  applied: (day) => `domanda ${ofDay(day)}`,
  missing: 'Manca',
  order:
    'Prima chi è ammissibile, poi chi è ancora da esaminare; a parità, prima chi ha più punti, poi chi ha fatto domanda prima.',
  pages: 'Altri richiedenti',
  range: (from, to) => `da ${number(from)} a ${number(to)}`,
}
