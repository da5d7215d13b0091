import type { PageMessages } from '../page-messages.ts'
import { fromDay, untilDay } from './forms.ts'

export const publicPageLatvian: Pick<PageMessages, 'publicPage' | 'accessibility'> = {
  publicPage: {
    expiredOn: (date) => `Bija spēkā ${untilDay(date)}`,
    countsFrom: (date) => `Spēkā ${fromDay(date)}`,
    translated: 'Tulkojums, nav parakstīts:',
    inYourLanguage: 'Lasīt latviski (tulkojums, nav parakstīts)',
    level: (level) => `${level}. līmenis no 8`,
    frameworkAreas: {
      'Information and data literacy': 'Informācijas un datu pratība',
      'Communication and collaboration': 'Komunikācija un sadarbība',
      'Digital content creation': 'Digitālā satura veidošana',
      Safety: 'Drošība',
      'Problem solving': 'Problēmu risināšana',
      'Ideas and opportunities': 'Idejas un iespējas',
      Resources: 'Resursi',
      'Into action': 'Rīcība',
    },
  },
  accessibility: {
    title: 'Piekļūstamība',
    lead: (host) =>
      `Ikvienam jāspēj izlasīt, pārbaudīt un paņemt līdzi šeit izdoto, lai kā viņš redzētu, dzirdētu, kustētos vai lasītu. Šis paziņojums attiecas uz ${host} lapām un dokumentiem, ko tās izsniedz.`,
    conformance: {
      title: 'Cik lielā mērā ievēroti standarti',
      text: 'Lapas veidotas tā, lai tās atbilstu WCAG 2.2 AA līmenim un līdz ar to arī EN 301 549 prasībām tīmekļa vietnēm. PDF sertifikātiem ir struktūra, valodas norāde un teksta alternatīvas, ko prasa PDF/UA-1 un EN 301 549 10. sadaļa. Abi ievēroti daļēji: tas, kā trūkst, uzskaitīts tālāk.',
    },
    expect: 'Ko varat sagaidīt',
    expectations: [
      'Visu var izdarīt tikai ar tastatūru, un vienmēr ir redzams, kur atrodaties.',
      'Nevienai lapai nav vajadzīgs skripts. Kur skripts kaut ko papildina, piemēram, ar kameru, ir arī cits ceļš uz to pašu mērķi.',
      'Rezultāts vienmēr pateikts vārdos un ar savu formu, nekad tikai ar krāsu.',
      'Tekstu var palielināt līdz 400 procentiem bez ritināšanas sāņus; tumšās krāsas, augsts kontrasts un mazāk kustību seko jūsu sistēmai.',
      'Vārdiem un nosaukumiem norādīta valoda, lai ekrāna lasītāji tos izrunātu pareizi.',
      'Nekas nebeidzas, kamēr lasāt vai aizpildāt lapu, izņemot sesiju, kas pēc dažām stundām beidzas.',
      'Blakus kvadrātveida kodam vienmēr ir tā adrese kā teksts.',
    ],
    notMet: 'Kas nav ievērots',
    exceptions: [
      'Nav PDF vārdam rakstībā, kurai nevienā šī pakalpojuma fontā nav zīmju. Lapā un pārējos failos vārds ir pilnībā.',
      'PDF failu struktūru pārbauda mūsu pašu testi, bet vēl ne neatkarīgs rīks.',
      'Citu rakstītiem tekstiem, piemēram, aprakstam cita izdevēja sertifikātā, ne vienmēr norādīta valoda.',
      'Liela tabula šaurā ekrānā ritināma sāņus.',
      'Neviena ārēja iestāde šo pakalpojumu vēl nav pārbaudījusi, un cilvēki, kas lieto palīgtehnoloģijas, to vēl nav organizēti izmēģinājuši.',
    ],
    found: 'Kā tas noskaidrots',
    foundHow: (date) =>
      `Ar pašnovērtējumu. Pie katras programmas izmaiņas katra veida lapu atver pārlūkā trīs platumos, gaišās un tumšās krāsās un drukai, un pārbauda ar axe-core pēc WCAG 2.2 AA; publiskās lapas iziet arī tikai ar tastatūru un bez skriptiem. Paziņojuma datums: ${date}.`,
    complain: 'Ja kaut kas jums nedarbojas',
    complainTo: (issuer) =>
      `Rakstiet programmas īstenotājam, ${issuer}: kura lapa, ko vēlējāties izdarīt un ar ko to lasāt. Jebkuru dokumentu varat lūgt citā veidā.`,
    noAddress:
      'Izdevējs šeit nav publicējis tīmekļa adresi. Rakstiet tam, kas jums atsūtīja saiti vai sertifikātu.',
    enforcement:
      'Ja atbilde nepalīdz vai tās nav, varat vērsties iestādē, kas jūsu valstī uzrauga publisko vietņu piekļūstamību. Tāda ir katrā Eiropas Savienības dalībvalstī.',
  },
}
