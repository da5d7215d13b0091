import type { Language } from '../language.ts'

/** Invented people: given and family names that are common in each place, put together by chance. */
export interface NamePool {
  readonly language: Language
  /** How often, in hundredths. */
  readonly share: number
  readonly given: readonly string[]
  readonly family: readonly string[]
  /** Latin spellings of the given names, for e-mail addresses. */
  readonly latin: readonly string[]
  /** How the name is written. */
  readonly order: 'given-first' | 'family-first'
}

function words(text: string): readonly string[] {
  return text.split(' ')
}

export const namePools: readonly NamePool[] = [
  {
    language: 'el',
    share: 14,
    given: words('Ελένη Μαρία Κωνσταντίνα Αικατερίνη Ιωάννα Χρύσα'),
    family: words('Παπαδοπούλου-Νικολάου Γεωργίου Οικονόμου Καραγιάννη Βλάχου Λαμπροπούλου'),
    latin: words('eleni maria konstantina aikaterini ioanna chrysa'),
    order: 'given-first',
  },
  {
    language: 'el',
    share: 12,
    given: words('Γεώργιος Δημήτρης Σπύρος Νικόλαος Αθανάσιος'),
    family: words('Παπαδόπουλος Γεωργίου Οικονόμου Καραγιάννης Βλάχος Ρήγας'),
    latin: words('georgios dimitris spyros nikolaos athanasios'),
    order: 'given-first',
  },
  {
    language: 'it',
    share: 22,
    given: words('Giulia Niccolò Chiara Matteo Maria-Sole Lorenzo Beatrice Andrea Noè Francesca'),
    family: ['D’Angelo', "Dell'Orto", 'Rossi', 'De Santis', 'Bianchi', 'Lo Presti', 'Zanon'],
    latin: words('giulia niccolo chiara matteo mariasole lorenzo beatrice andrea noe francesca'),
    order: 'given-first',
  },
  {
    language: 'bg',
    share: 11,
    given: words('Мария Елена Цветелина Йоана Десислава Гергана'),
    family: words('Иванова Димитрова-Стоянова Тодорова Ангелова Желязкова Христова'),
    latin: words('maria elena tsvetelina yoana desislava gergana'),
    order: 'given-first',
  },
  {
    language: 'bg',
    share: 9,
    given: words('Георги Иван Димитър Николай Щилиян'),
    family: words('Петров Георгиев Христов Желязков Иванов'),
    latin: words('georgi ivan dimitar nikolay shtiliyan'),
    order: 'given-first',
  },
  {
    language: 'lv',
    share: 8,
    given: words('Līga Kristīne Ilze Žanete Anna-Luīze'),
    family: words('Kalniņa Liepiņa-Krūmiņa Šķēle Vītola Čakste'),
    latin: words('liga kristine ilze zanete annaluize'),
    order: 'given-first',
  },
  {
    language: 'lv',
    share: 6,
    given: words('Jānis Mārtiņš Ģirts Edgars Uldis'),
    family: words('Bērziņš Ozoliņš Zariņš Kļaviņš Šmits'),
    latin: words('janis martins girts edgars uldis'),
    order: 'given-first',
  },
  {
    language: 'en',
    share: 14,
    given: words('Siobhán Anne-Marie Zoë Björn François Jürgen Łucja Ailbhe Tomás Nomvula'),
    family: ['O’Connor', 'van den Berg', 'Smith-Jones', 'Müller', 'Lefèvre', 'Nowak', "N'Diaye"],
    latin: words('siobhan annemarie zoe bjorn francois juergen lucja ailbhe tomas nomvula'),
    order: 'given-first',
  },
  {
    // One name only, as many people in Java have.
    language: 'en',
    share: 2,
    given: words('Suharti Wulandari Hartono Sutrisno'),
    family: [''],
    latin: words('suharti wulandari hartono sutrisno'),
    order: 'given-first',
  },
  {
    language: 'en',
    share: 1,
    given: words('美咲 翔太 陽菜'),
    family: words('佐藤 高橋 渡辺'),
    latin: words('misaki shota hina'),
    order: 'family-first',
  },
  {
    language: 'en',
    share: 1,
    given: words('فاطمة أحمد ليلى يوسف'),
    family: words('حسن منصور الخطيب'),
    latin: words('fatima ahmad layla yusuf'),
    order: 'given-first',
  },
]
