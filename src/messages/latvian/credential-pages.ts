import type { PageMessages } from '../page-messages.ts'
import { formFor, onDay, outOf } from './forms.ts'

export const credentialPagesLatvian: Pick<PageMessages, 'credential' | 'achievement' | 'skill'> = {
  credential: {
    pageTitle: (achievement) => `Sertifikāta pārbaude: ${achievement}`,
    earned: 'saņēma',
    issuedBy: 'Izdevējs',
    awardedOn: 'Piešķirts',
    until: 'Spēkā līdz',
    howWeKnow: 'Kā mēs to zinām',
    issuerKnown: (domain) =>
      `Parakstīšanas atslēga ir publicēta vietnē ${domain}, un šis izdevējs ir mūsu zināmo izdevēju sarakstā.`,
    issuerUnknown: (domain) =>
      `Parakstīšanas atslēga ir publicēta vietnē ${domain}. Šis izdevējs nav mūsu zināmo izdevēju sarakstā.`,
    withheld:
      'Saturs netiek rādīts, kamēr nav apstiprināts tā paraksts. Vēlāk mēģiniet vēlreiz vai pārbaudiet pašu failu.',
    about: 'Ko tas apliecina',
    criteria: 'Kas bija jāizdara',
    skills: 'Prasmes',
    results: 'Rezultāti',
    resultNames: {
      Percent: 'Gala rezultāts',
      'ext:StudyHours': 'Mācību stundas',
      'ext:Distinction': 'Izcilība',
      'ext:RuleVersion': 'Uzņemšanas noteikumu versija',
      'ext:DecisionReason': 'Kā pieņemts lēmums',
      'ext:PriorityPoints': 'Prioritāte',
    },
    downloads: 'Faili',
    formats: {
      pdf: { label: 'PDF', use: 'drukāšanai vai pievienošanai pieteikumam' },
      png: {
        label: 'PNG nozīmīte',
        use: 'tīmekļa vietnei vai profilam; ietver parakstīto apliecinājumu',
      },
      svg: { label: 'SVG nozīmīte', use: 'tas pats, ass jebkurā izmērā' },
      json: {
        label: 'JSON',
        use: 'parakstītais oriģināls digitālajiem makiem un pārbaudes rīkiem',
      },
      jwt: { label: 'JWT', use: 'tie paši fakti kā parakstīts teksts programmām' },
    },
    share: 'Kopīgot',
    shareNote:
      'Šo lapu redz ikviens, kam ir saite. Meklētājprogrammas tiek lūgtas to neiekļaut rezultātos.',
    addToProfile: 'Pievienot LinkedIn profilam',
    sharePost: 'Kopīgot vietnē LinkedIn',
    revokedOn: (date) => `Atsaukts ${onDay(date)}`,
    revokedNote: 'Spēkā nav arī agrāk izdrukāta vai saglabāta kopija.',
    reason: 'Iemesls',
    scan: 'Pārbaudiet šo lapu adresē',
    qrAlternative: (url) => `QR kods, kas ved uz ${url}`,
    badgeAlternative: (name) => `Nozīmīte: ${name}`,
    eligibility: {
      found: 'saņēma lēmumu',
      decidedOn: 'Lēmums pieņemts',
      priority: (points, of) => `${points} ${outOf(Number(of), 'punkta', 'punktiem')}`,
      lost: {
        title: 'Vairs nav pamatots',
        meaning: 'Izdevējs to parakstīja, bet vēlāk ir atsaukts sertifikāts, uz kuru tas balstās.',
        advice: 'Nereģistrējiet nevienu, pamatojoties uz to. Lūdziet jaunu lēmumu.',
      },
      restsOn: 'Uz ko tas balstās',
      restsOnNothing:
        'Tas nebalstās uz sertifikātu: pieteikumu izskatīja un pretendentu uzņēma vērtētājs.',
      states: {
        standing: 'Nav atsaukts.',
        gone: 'To atsauca tā izdevējs.',
        unclear: 'Neizdevās noskaidrot, vai tas joprojām ir spēkā.',
      },
      lookedAt: (day) => `Pēdējoreiz pārbaudīts ${onDay(day)}.`,
    },
  },
  achievement: {
    listTitle: 'Sasniegumi',
    listLead: 'Ko var iegūt, kas tam vajadzīgs un ko tas apliecina.',
    about: 'Ko tas apliecina',
    criteria: 'Kas jāizdara',
    skills: 'Prasmes',
    profiles: 'Profesiju profili, kuriem tas sagatavo',
    labels: { hours: 'Mācību laiks', eqf: 'Līmenis', version: 'Versija', id: 'Identifikators' },
    otherLanguages: 'Citās valodās',
    aboutSpecialization: 'Par specializāciju un to, kas var reģistrēties',
    hours: (count) => `${count} ${formFor(count, 'stundu', 'stunda', 'stundas')}`,
    eqf: (level) =>
      `Eiropas kvalifikāciju ietvarstruktūras (EKI) līmenis: ${level} (pēc programmas norādes)`,
  },
  skill: {
    kind: 'Prasme',
    area: 'Joma',
    framework: 'Eiropas ietvarstruktūra',
    level: 'Līmenis',
    levelOf: (level) => `${level} no 8`,
    profiles: 'Profesiju profili, kuros tā ietilpst',
    includedIn: 'Sasniegumi, kas to ietver',
    notIncluded: 'Vēl neviens.',
  },
}
