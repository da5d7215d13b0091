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
  /** Between given and family name; empty for names written together, family name first. */
  readonly order: 'given-first' | 'family-first'
}

function words(text: string): readonly string[] {
  return text.split(' ')
}

export const namePools: readonly NamePool[] = [
  {
    language: 'el',
    share: 26,
    given: words(
      'Ελένη Μαρία Γεώργιος Κωνσταντίνα Δημήτρης Αικατερίνη Σπύρος Ιωάννα Νικόλαος Χρύσα',
    ),
    family: words(
      'Παπαδοπούλου-Νικολάου Γεωργίου Οικονόμου Καραγιάννη Αθανασίου Βλάχου Μακρή Σαμαρά Ρήγα Λαμπροπούλου',
    ),
    latin: words(
      'eleni maria georgios konstantina dimitris aikaterini spyros ioanna nikolaos chrysa',
    ),
    order: 'given-first',
  },
  {
    language: 'it',
    share: 22,
    given: words('Giulia Niccolò Chiara Matteo Maria-Sole Lorenzo Beatrice Andrea Noè Francesca'),
    family: [
      'D’Angelo',
      "Dell'Orto",
      'Rossi',
      'De Santis',
      'Bianchi',
      'Lo Presti',
      'Ferrari',
      'Zanon',
    ],
    latin: words('giulia niccolo chiara matteo mariasole lorenzo beatrice andrea noe francesca'),
    order: 'given-first',
  },
  {
    language: 'bg',
    share: 20,
    given: words('Мария Георги Елена Иван Цветелина Димитър Йоана Николай Десислава Щилиян'),
    family: words('Иванова Петров Димитрова-Стоянова Георгиев Тодорова Христов Ангелова Желязков'),
    latin: words('maria georgi elena ivan tsvetelina dimitar yoana nikolay desislava shtiliyan'),
    order: 'given-first',
  },
  {
    language: 'lv',
    share: 14,
    given: words('Jānis Līga Kristīne Mārtiņš Ilze Ģirts Žanete Ņikita Anna-Luīze Edgars'),
    family: words('Bērziņš Kalniņa Ozoliņš Liepiņa-Krūmiņa Šķēle Vītola Čakste Zariņš'),
    latin: words('janis liga kristine martins ilze girts zanete nikita annaluize edgars'),
    order: 'given-first',
  },
  {
    language: 'en',
    share: 14,
    given: words('Siobhán Anne-Marie Zoë Björn François Jürgen Łucja Ailbhe Tomás Nomvula'),
    family: [
      'O’Connor',
      'van den Berg',
      'Smith-Jones',
      'Müller',
      'Lefèvre',
      'Nowak',
      'Dlamini',
      "N'Diaye",
    ],
    latin: words('siobhan annemarie zoe bjorn francois juergen lucja ailbhe tomas nomvula'),
    order: 'given-first',
  },
  {
    // One name only, as many people in Java have.
    language: 'en',
    share: 2,
    given: words('Suharti Wulandari Hartono Madonna'),
    family: [''],
    latin: words('suharti wulandari hartono madonna'),
    order: 'given-first',
  },
  {
    language: 'en',
    share: 1,
    given: words('美咲 翔太 子涵 서연'),
    family: words('佐藤 高橋 王 김'),
    latin: words('misaki shota zihan seoyeon'),
    order: 'family-first',
  },
  {
    language: 'en',
    share: 1,
    given: words('فاطمة أحمد ليلى يوسف'),
    family: words('الزهراء حسن منصور الخطيب'),
    latin: words('fatima ahmad layla yusuf'),
    order: 'given-first',
  },
]
