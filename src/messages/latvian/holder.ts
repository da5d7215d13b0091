import type { HolderMessages } from '../holder-messages.ts'
import { formFor, onDay, outOf } from './forms.ts'
import { holderRightsLatvian } from './holder-rights.ts'

const certificates = (count: number) =>
  `${count} ${formFor(count, 'sertifikātu', 'sertifikātu', 'sertifikātus')}`

export const holderLatvian: HolderMessages = {
  title: 'Jūsu sertifikāti',
  forLearners: 'Jūsu sertifikāti',
  signOut: 'Izrakstīties',
  claim: {
    title: 'Atveriet savus sertifikātus',
    lead: (initials, count) =>
      `Šī saite ir paredzēta: ${initials} Tā atver ${certificates(count)}: lai rādītu, lejupielādētu, kopīgotu vai paturētu tikai sev.`,
    submit: 'Atvērt',
    note: 'Saite darbojas vienu reizi. Pēc tam šajā ierīcē pierakstīšanās bez nevienas darbības ir spēkā līdz 2 stundām, kopā līdz 12 stundām; to nodrošina viena šīs vietnes sīkdatne.',
    used: {
      title: 'Šī saite jau ir izmantota',
      remedy:
        'Katra saite atver Jūsu sertifikātus vienu reizi. Tie joprojām ir šeit: palūdziet jaunu saiti.',
    },
    ended: {
      title: 'Šīs saites termiņš ir beidzies',
      remedy:
        'Saitei, ko neizmanto, pēc kāda laika beidzas termiņš. Jūsu sertifikāti joprojām ir šeit: palūdziet jaunu saiti.',
    },
    unknown: {
      title: 'Šī saite nekur neved',
      remedy:
        'Varbūt trūkst tās daļas: nokopējiet no vēstules visu saiti. Vai arī palūdziet jaunu.',
    },
    away: {
      title: 'Atveriet savus sertifikātus',
      remedy:
        'Šajā ierīcē pierakstīšanās nav notikusi vai ir beigusies. Nekas no saglabātā nav zudis. Atveriet saiti no mūsu jaunākās vēstules vai palūdziet jaunu.',
    },
    noCookie: {
      title: 'Lūdzu, vēlreiz',
      remedy:
        'Šī pārlūkprogramma nenosūtīja sīkdatni. Atļaujiet šīs vietnes sīkdatnes un nospiediet pogu vēlreiz.',
    },
  },
  newLink: {
    title: 'Jaunas saites nosūtīšana',
    email: 'E-pasta adrese',
    emailHint: 'Tā, ko norādījāt kursam.',
    submit: 'Nosūtiet man jaunu saiti',
    privacy: 'Mēs nevienam nesakām, vai kāda adrese šeit ir zināma.',
    sent: {
      title: 'Ieskatieties savā pastā',
      remedy:
        'Ja šai adresei ir izdoti sertifikāti, vēstule ar jaunu saiti ir ceļā. Ja dažu minūšu laikā tā nepienāk, ieskatieties mēstulēs vai mēģiniet ar adresi, ko norādījāt kursam.',
    },
    wrong: {
      title: 'Šī nav e-pasta adrese',
      remedy: 'Uzrakstiet to pilnībā, ar zīmi @.',
    },
    notOffered: (issuer) =>
      `Šis pakalpojums nesūta e-pastu. Jaunu saiti lūdziet savu sertifikātu izdevējam: ${issuer}.`,
  },
  wall: {
    lead: 'Rādiet tos, lejupielādējiet un izvēlieties, kas katru no tiem drīkst redzēt.',
    none: 'Jums vēl nekas nav izdots.',
    progress: (has, of) =>
      `${has} ${outOf(of, 'nozīmītes', 'nozīmītēm')} ceļā uz pabeigšanas sertifikātu`,
    complete: 'Kurss ir pabeigts, un tā sertifikāts pieder Jums.',
    missing: 'Vēl nav',
    others: 'Arī Jūsu',
    downloadAll: 'Lejupielādēt visu (ZIP)',
    downloadAllNote: 'Katrs sertifikāts visos formātos un lapa, kurā tie uzskaitīti.',
    language: 'Valoda',
    languageHint: 'Šo lapu un Jums sūtīto vēstuļu valoda. Parakstītais paliek savā valodā.',
    save: 'Saglabāt',
    languageSaved: 'Saglabāts: turpmāk šī ir Jūsu valoda.',
  },
  award: {
    link: 'Jūsu saite',
    linkNote: 'Ikviens, kam tā ir, var redzēt sertifikātu un to pārbaudīt.',
    linkPrivate:
      'Visiem citiem šī saite tagad nekur neved. Failus, ko kādam iedodat, joprojām var pārbaudīt.',
    postPrivate:
      'Lai to pievienotu vietnei LinkedIn, vispirms atļaujiet to redzēt ikvienam, kam ir saite.',
  },
  visibility: {
    title: 'Kas to drīkst redzēt',
    choices: {
      private: {
        label: 'Tikai es',
        hint: 'Saite un tās faili nekur neved. Saites ar termiņu joprojām darbojas, un failu, ko kādam iedodat, joprojām var pārbaudīt.',
      },
      link: {
        label: 'Ikviens, kam ir saite',
        hint: 'Meklētājprogrammas tiek lūgtas to neiekļaut rezultātos, un priekšskatījumi nerāda Jūsu vārdu. Tā ir sākumā.',
      },
      public: {
        label: 'Visi',
        hint: 'Meklētājprogrammas drīkst to rādīt, un saites priekšskatījumi rāda Jūsu vārdu. Tā ir tikai tad, ja to izvēlaties Jūs.',
      },
    },
    brief: { private: 'Redzat tikai Jūs', link: 'Ar saiti', public: 'Publisks, ar vārdu' },
    save: 'Saglabāt',
    saved: 'Saglabāts: izvēle, kas to drīkst redzēt, ir spēkā no šī brīža.',
    publicNote:
      'Šo lapu var redzēt visi. Tās īpašnieks ir atļāvis meklētājprogrammām un priekšskatījumiem rādīt to ar vārdu.',
  },
  shares: {
    title: 'Saites ar termiņu',
    lead: 'Parādiet to kādam uz laiku, atklājot par sevi tikai to, ko izvēlaties. Šāda saite darbojas arī privātam sertifikātam.',
    name: 'Vārds',
    full: 'Pilns vārds un uzvārds',
    initials: (example) => `Tikai iniciāļi: ${example}`,
    also: 'Rādīt arī',
    results: 'Rezultātus',
    hours: 'Mācību stundas',
    end: 'Termiņš',
    ends: {
      day: 'pēc vienas dienas',
      week: 'pēc nedēļas',
      month: 'pēc mēneša',
      year: 'pēc gada',
      date: 'zemāk norādītajā dienā',
    },
    day: 'Diena',
    dayHint:
      'Attiecas tikai uz izvēli „zemāk norādītajā dienā”. Saite darbojas līdz šīs dienas beigām (UTC).',
    submit: 'Izveidot saiti',
    made: 'Saite ir izveidota. Tā ir pirmā zemāk.',
    until: (moment) => `Darbojas līdz: ${moment}`,
    shows: 'Rāda',
    withdraw: 'Atsaukt',
    withdrawn: 'Atsaukta: šī saite vairs neko nerāda.',
  },
  shared: {
    part: 'Īpašnieks izvēlējās, kas šeit redzams; pats sertifikāts pasaka vairāk.',
    until: (moment) => `Šīs lapas termiņš beidzas ${onDay(moment)} vai agrāk, ja to atsauc.`,
    onlyInitials:
      'No vārda redzami tikai iniciāļi. Pēc šīs lapas nevar pateikt, kas tas ir: ja tas ir svarīgi, lūdziet pašu sertifikātu.',
  },
  rights: holderRightsLatvian,
}
