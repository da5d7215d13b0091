import { plainText } from '../plain-text.ts'
import type { PlainRole } from './column.ts'

/**
 * What course platforms and people call a column in the languages of our sites. A column that is not here is found by
 * its place or by what it holds, or it is named by the operator; nothing depends on this list being complete.
 */
const headerWords: Readonly<Partial<Record<PlainRole | 'timestamp', readonly string[]>>> = {
  email: [
    ...['Email address', 'Email', 'E-mail', 'E-mail address', 'Your email', 'Mail'],
    ...['Indirizzo email', 'Indirizzo e-mail', 'Indirizzo di posta elettronica', 'La tua email'],
    ...['Διεύθυνση ηλεκτρονικού ταχυδρομείου', 'Διεύθυνση email', 'Διεύθυνση e-mail'],
    ...['Ηλεκτρονική διεύθυνση', 'Ηλεκτρονικό ταχυδρομείο'],
    ...['Адрес на е-поща', 'Адрес на електронна поща', 'Имейл адрес', 'Имейл', 'И-мейл'],
    ...['Електронна поща', 'Е-поща', 'E-pasta adrese', 'E-pasts', 'Epasts', 'E-pasta adreses'],
  ],
  id_number: [
    ...['ID number', 'Codice identificativo', 'Numero identificativo', 'Numero ID', 'Codice ID'],
    ...['Matricola', 'Αριθμός ταυτότητας', 'Αριθμός ID', 'Κωδικός αριθμός', 'Αριθμός μητρώου'],
    ...['Αναγνωριστικός αριθμός', 'Идентификационен номер', 'ID номер', 'Факултетен номер'],
    ...['ID numurs', 'Identifikācijas numurs'],
  ],
  username: [
    ...['Username', 'User name', 'Login', 'Nome utente', 'Όνομα χρήστη', 'Потребителско име'],
    ...['Lietotājvārds', 'Lietotāja vārds'],
  ],
  learner_id: [
    ...['Learner ID', 'Student ID', 'User ID', 'ID', 'ID utente', 'ID studente', 'Αναγνωριστικό'],
    ...['Αναγνωριστικό χρήστη', 'Номер на потребител', 'Lietotāja ID'],
  ],
  name: [
    ...['Name', 'Full name', 'Your name', 'Your full name', 'Student name', 'Learner', 'Student'],
    ...['Participant', 'Name and surname', 'First and last name', 'First name and last name'],
    ...['Nome e cognome', 'Nome completo', 'Nominativo', 'Studente', 'Partecipante'],
    ...['Nome Cognome', 'Ονοματεπώνυμο', 'Πλήρες όνομα', 'Όνομα και επώνυμο', 'Όνομα επώνυμο'],
    ...['Име и фамилия', 'Пълно име', 'Имена', 'Три имена', 'Собствено и фамилно име'],
    ...['Vārds, uzvārds', 'Vārds un uzvārds', 'Pilns vārds', 'Vārds uzvārds', 'Pilnais vārds'],
  ],
  first_name: [
    ...['First name', 'FirstName', 'Given name', 'Given names', 'Forename', 'Nome', 'Όνομα'],
    ...['Име', 'Собствено име', 'Vārds'],
  ],
  last_name: [
    ...['Last name', 'LastName', 'Surname', 'Family name', 'Cognome', 'Επώνυμο', 'Επίθετο'],
    ...['Фамилия', 'Фамилно име', 'Uzvārds'],
  ],
  language: ['Language', 'Lingua', 'Γλώσσα', 'Език', 'Valoda'],
  completed_on: [
    ...['Completed on', 'Completion date', 'Date of completion', 'Date completed', 'timecompleted'],
    ...['Completato il', 'Data di completamento', 'Ημερομηνία ολοκλήρωσης'],
    ...['Дата на завършване', 'Pabeigšanas datums', 'Pabeigts datumā'],
  ],
  completed: [
    ...['Completed', 'Course completed', 'Course complete', 'Passed', 'Certificate Eligible'],
    ...['Completato', 'Corso completato', 'Superato', 'Ολοκληρώθηκε', 'Ολοκλήρωση'],
    ...['Завършен', 'Завършил', 'Курсът е завършен', 'Pabeigts', 'Kurss pabeigts'],
  ],
  score: [
    ...['Score', 'Total score', 'Grade', 'Final score', 'Final grade', 'Result', 'Percent'],
    ...['Punteggio', 'Voto', 'Valutazione', 'Risultato', 'Βαθμολογία', 'Βαθμός', 'Σκορ'],
    ...['Резултат', 'Оценка', 'Точки', 'Rezultāts', 'Vērtējums', 'Punkti', 'Punktu skaits'],
  ],
  modules: ['Modules', 'Moduli', 'Ενότητες', 'Модули', 'Moduļi'],
  timestamp: [
    ...['Timestamp', 'Informazioni cronologiche', 'Χρονική σήμανση', 'Χρονοσήμανση'],
    ...['Клеймо за време', 'Времево клеймо', 'Клеймо за дата и час'],
    ...['Laikspiedols', 'Laika zīmogs', 'Laika spiedols'],
  ],
}

type Word = keyof typeof headerWords

const wordOf = new Map<string, Word>()
for (const [word, spellings] of Object.entries(headerWords) as [Word, readonly string[]][])
  for (const spelling of spellings)
    if (!wordOf.has(plainText(spelling))) wordOf.set(plainText(spelling), word)

/** What a header says in so many words, in any of the languages; `timestamp` is when a form was sent. */
export function headerWord(header: string): Word | null {
  return wordOf.get(plainText(header)) ?? null
}

/** Phrases that a question for the whole name has in it, however it is put. */
const namePhrases = [
  ...['full name', 'name and surname', 'first and last name', 'your name', 'name on the certif'],
  ...['nome e cognome', 'cognome e nome', 'nome e il cognome', 'nome completo', 'tuo nome'],
  ...['ονοματεπώνυμο', 'όνομα και επώνυμο', 'όνομά σας', 'πλήρες όνομα'],
  ...['име и фамилия', 'пълно име', 'трите имена', 'вашето име', 'вашите имена'],
  ...['vārds, uzvārds', 'vārds un uzvārds', 'vārdu un uzvārdu', 'pilns vārds', 'jūsu vārds'],
].map(plainText)

/** Whether a question asks for the name of who answers it. */
export function isNameQuestion(header: string): boolean {
  const plain = ` ${plainText(header)} `
  return namePhrases.some((phrase) => plain.includes(` ${phrase}`))
}
