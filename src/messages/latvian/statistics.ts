import type { StatisticsMessages } from '../statistics-messages.ts'

export const statisticsLatvian: StatisticsMessages = {
  title: 'Skaitļi',
  lead: 'Kāds ir viena kursa norises rezultāts, tikai skaitļos: nekas šeit neved pie cilvēka.',
  course: 'Kurss',
  run: 'Norise',
  show: 'Rādīt',
  none: 'No šī kursa vēl nekas nav importēts. Skaitļi sākas ar pirmo importu.',
  inWords: (learners, completed) =>
    `Atvērtu kursu pabeidz nedaudzi, bet daudz vairāk cilvēku no tā kaut ko iegūst. Dalībnieki: ${learners}. Kursu pabeiguši: ${completed}.`,
  gainedInWords: (gained) =>
    `Ir ko parādīt, vai tā būtu joma, viss kurss vai apliecinājums par piedalīšanos: ${gained}.`,
  chart: (title) => `Stabiņu diagramma: ${title}. Tabulā zem tās ir tie paši skaitļi.`,
  takeAway: 'Visi skaitļi tabulā (CSV)',
  funnel: {
    title: 'Cik tālu dalībnieki tika',
    columns: { stage: 'Posms', learners: 'Dalībnieki', share: 'Daļa' },
    stages: {
      learners: 'Ir importētajos failos',
      began: 'Izpildīja vismaz vienu moduli',
      area: 'Pabeidza jomu',
      gained: 'Ir ko parādīt',
      completed: 'Pabeidza kursu',
      participated: 'Ir apliecinājums par piedalīšanos',
      eligible: 'Atzīti par atbilstošiem specializācijai',
      enrolled: 'Ieguva vietu specializācijā',
    },
    note: 'Kas reiz ieskaitīts pie atbilstošajiem vai uzņemtajiem, tas tur paliek.',
  },
  badges: {
    title: 'Kas izsniegts',
    columns: { achievement: 'Sasniegums', issued: 'Izsniegti', revoked: 'No tiem atsaukti' },
  },
  specializations: {
    title: 'Tālāk uz specializācijām',
    columns: {
      specialization: 'Specializācija',
      eligible: 'Atbilst nosacījumiem',
      enrolled: 'Ieguva vietu',
    },
  },
  deliveries: {
    title: 'Vēstules un saites',
    columns: { state: 'Kas ar tām noticis', count: 'Skaits' },
    states: {
      sent: 'Nosūtītas vēstules',
      waiting: 'Vēstules, kas gaida',
      refused: 'Noraidītas vēstules',
      bounced: 'Atpakaļ atnākušas vēstules',
      unclear: 'Varbūt nosūtītas vēstules',
      made: 'Izveidotas saites',
      used: 'Izmantotas saites',
    },
  },
  checks: {
    title: 'Cik bieži apliecinājumi pārbaudīti',
    columns: {
      day: 'Diena',
      achievement: 'Sasniegums',
      way: 'Kā',
      verdict: 'Atzinums',
      count: 'Skaits',
    },
    ways: { page: 'apskatīta lapa', 'handed-in': 'iesniegts pārbaudei' },
    none: 'Vēl nav saskaitīta neviena pārbaude.',
    note: 'Par visām kursa norisēm, jaunākās dienas: kurš apliecinājums tas bija un kas jautāja, netiek glabāts.',
  },
}
