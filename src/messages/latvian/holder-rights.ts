import type { HolderRightsMessages } from '../holder-rights-messages.ts'
import { onDay } from './forms.ts'

export const holderRightsLatvian: HolderRightsMessages = {
  wallet: {
    lead: 'To var glabāt lietotne Jūsu tālrunī, piesaistītu atslēgai, kas ir tikai tai.',
    submit: 'Ievietot makā',
    offered:
      'Atveriet piedāvājumu ierīcē, kurā ir Jūsu maks, vai parādiet makam tā kodu. Tas ir atvērts 15 minūtes; lūdzot vēlreiz, tiek izveidots cits.',
    open: 'Atvērt piedāvājumu',
    code: 'Sešu ciparu kods',
    codeHint: 'Tikai tad, ja maks to prasa. Tas ir paredzēts tikai Jums.',
  },
  mistake: {
    title: 'Ziņot par kļūdu',
    lead: 'Vai nepareizs ir Jūsu vārds vai kas cits? Uzrakstiet, kā jābūt. To izskata sertifikāta izdevējs; izlabotais parādās ar to pašu saiti.',
    name: 'Manam vārdam jābūt',
    nameHint: 'Tā, kā tas jādrukā. Atstājiet tukšu, ja vārds ir pareizs.',
    note: 'Kas vēl ir nepareizi',
    noteHint: 'Saviem vārdiem, ne vairāk kā 2000 rakstzīmju.',
    submit: 'Ziņot',
    sent: 'Paziņots. Šeit redzēsiet, kas ar to noticis.',
    askedOn: (day) => `Paziņots ${onDay(day)}`,
    waiting: 'Atbildes vēl nav.',
    declinedOn: (day) => `Noraidīts ${onDay(day)}`,
    correctedOn: (day) => `Izlabots ${onDay(day)}`,
    voided: 'To neizdevās izpildīt.',
    answer: 'Atbilde',
  },
  erase: {
    title: 'Dzēst',
    one: 'Dzēst šo sertifikātu',
    all: 'Dzēst visu',
    oneLead:
      'Neatgriezeniski dzēš šo sertifikātu. Ja tas ir pēdējais, līdz ar to tiek dzēsts viss, kas par Jums tiek glabāts.',
    allLead: 'Neatgriezeniski dzēš visu, kas par Jums tiek glabāts.',
    goes: 'Kas tiek dzēsts',
    goesOne: [
      'sertifikāts visos formātos un tā lapa',
      'tam izveidotās saites ar termiņu un piedāvājumi makiem',
      'Jūsu ziņojumi par to',
    ],
    goesAll: [
      'visi sertifikāti visos formātos un to lapas',
      'visas saites ar termiņu un piedāvājumi makiem',
      'Jūsu vārds, adrese un ziņojumi',
      'šīs lapas: jaunu saiti Jums vairs nevarēs nosūtīt',
    ],
    stays: 'Kas paliek',
    staysItems: [
      'Lapas adresē: ziņa, ka kaut kas ir dzēsts, bez vārda.',
      'Vieta atsaukto sarakstā, kas nevienu nenosauc. Kas nebija atsaukts, ar to netiek atsaukts.',
      'Faili, ko saglabājāt Jūs vai citi. Tie paliek Jūsu, bet šis pakalpojums tos vairs nevar apstiprināt.',
      'Uzturētāja drošības kopijas, līdz tās nomaina.',
    ],
    takeFirst: 'Vispirms lejupielādējiet visu, ja vēlaties to paturēt',
    sure: 'Es zinu, ka to nevar atsaukt.',
    submit: 'Dzēst neatgriezeniski',
    keep: 'Atpakaļ, nedzēšot',
    unsure: {
      title: 'Nekas nav dzēsts',
      remedy: 'Atzīmējiet, ka zināt, ko tas nozīmē, vai atgriezieties.',
    },
    doneOne: 'Dzēsts.',
    doneAll: {
      title: 'Viss ir dzēsts',
      remedy: 'Šeit vairs netiek glabāts nekas, kas pasaka, kas Jūs esat. Jūs esat izrakstīts.',
    },
  },
}
