import type { AdmissionMessages, FilledIn } from '../admission-messages.ts'
import { counted, isOne, number, onDay, outOf, untilDay } from './forms.ts'

const points = (count: number) => counted(count, 'punktu', 'punkts', 'punkti')
const pointsGiven = (count: number) => counted(count, 'punktu', 'punktu', 'punktus')
const missing = (count: number) => `trūkst ${number(count)}`

const about =
  (named: (what: string) => string, unnamed: string): FilledIn =>
  ({ what }) =>
    what === null ? unnamed : named(`„${what}”`)

const figures =
  (counting: (has: number, needs: number) => string, uncounted: string): FilledIn =>
  ({ has, needs }) =>
    has === null || needs === null ? uncounted : counting(has, needs)

const inIt = (what: string | null) => (what === null ? '' : ` par „${what}”`)

const credential = (happened: string) =>
  about(
    (what) => `Iesniegtais apliecinājums par ${what} ${happened}.`,
    `Iesniegtais apliecinājums ${happened}.`,
  )

const result = (uncounted: string): FilledIn => {
  return ({ what, has, needs }) =>
    has === null || needs === null
      ? `Rezultāts${inIt(what)} ${uncounted}.`
      : `Rezultāts${inIt(what)} ir ${number(has)} %; vajag vismaz ${number(needs)} %.`
}

export const admissionLatvian: AdmissionMessages = {
  outcomes: {
    eligible: {
      title: 'Var uzņemt',
      meaning: 'Uzņemšanas nosacījumi ir izpildīti.',
      advice: 'Tā vēl nav vieta: vietas piešķir ar reģistrāciju, un to skaits var būt ierobežots.',
    },
    'not-yet': {
      title: 'Vēl nevar uzņemt',
      meaning: 'Trūkst kaut kā, kas vajadzīgs uzņemšanai.',
      advice: 'Tālāk norādīts, kā trūkst un kur to iegūt.',
    },
    'needs-review': {
      title: 'Jāizlemj cilvēkam',
      meaning: 'Ne visu var izvērtēt tikai pēc sertifikātiem.',
      advice: 'Tālāk norādīts, kas vēl nav izlemts. Lēmumu pieņem mācību sniedzējs.',
    },
  },
  outcomeReasons: {
    'conditions-met': 'Visi uzņemšanas nosacījumi ir izpildīti.',
    'conditions-open':
      'Tas, vai uzņemšanas nosacījumi ir izpildīti, ir atkarīgs no kaut kā, kas vēl nav izlemts.',
    considered: 'Uzņemšanas nosacījumi nav izpildīti, bet iesniegto izskata ārpus tiem.',
    'admitted-by-reviewer': 'Vērtētājs izskatīja visu un pretendentu uzņēma.',
    'conditions-unmet': 'Uzņemšanas nosacījumi nav izpildīti.',
    'refused-by-reviewer': 'Vērtētājs izskatīja visu un pretendentu neuzņēma.',
    'persons-differ': 'Nav skaidrs, vai sertifikāti pieder vienai personai.',
    'sources-unreachable':
      'Kaut kas no iesniegtā pašlaik nebija pieejams, tāpēc nav zināms, ko tas rādītu.',
  },
  ruleOutcomes: {
    met: 'Izpildīts',
    unmet: 'Nav izpildīts',
    waived: 'Pieņēma vērtētājs',
    review: 'Nav izlemts',
  },
  ruleReasons: {
    'achievement-held': about(
      (what) => `Ir iegūts: ${what}.`,
      'Vajadzīgais sertifikāts ir iegūts.',
    ),
    'skill-held': about(
      (what) => `Prasme ${what} ir pierādīta vajadzīgajā līmenī.`,
      'Vajadzīgā prasme ir pierādīta.',
    ),
    'alignment-held': about((what) => `Ir pierādīts: ${what}.`, 'Vajadzīgais ir pierādīts.'),
    'hours-proven': figures(
      (has, needs) => `Pierādītās mācību stundas: ${number(has)}; vajag ${number(needs)}.`,
      'Pierādīts pietiekami daudz mācību stundu.',
    ),
    'credits-proven': figures(
      (has, needs) => `Pierādītie kredītpunkti: ${number(has)}; vajag ${number(needs)}.`,
      'Pierādīts pietiekami daudz kredītpunktu.',
    ),
    'result-reached': result('ir sasniegts vajadzīgajā apmērā'),
    'statement-accepted': about(
      (what) => `Vērtētājs izskatīja deklarāciju ${what} un to pieņēma.`,
      'Vērtētājs izskatīja deklarāciju un to pieņēma.',
    ),
    'parts-met': () => 'No prasītā ir pierādīts pietiekami daudz.',
    'nothing-against': () => 'Nav iesniegts nekas, kas to liegtu.',
    'rule-accepted': () => 'Vērtētājs to izskatīja un pieņēma.',
    'achievement-missing': about((what) => `Trūkst: ${what}.`, 'Trūkst sertifikāta.'),
    'skill-missing': about((what) => `Prasme ${what} nav pierādīta.`, 'Kāda prasme nav pierādīta.'),
    'skill-level-low': ({ what, has, needs }) => {
      const skill = what === null ? 'Prasme' : `Prasme „${what}”`
      return has === null || needs === null
        ? `${skill} ir pierādīta zemākā līmenī, nekā vajag.`
        : `${skill} ir pierādīta ${number(has)}. līmenī; vajag ${number(needs)}. līmeni.`
    },
    'alignment-missing': about((what) => `Nav pierādīts: ${what}.`, 'Vajadzīgais nav pierādīts.'),
    'hours-missing': figures(
      (has, needs) =>
        `${isOne(has) ? 'Pierādīta' : 'Pierādītas'} ${number(has)} ${outOf(needs, 'mācību stundas', 'mācību stundām')}; ${missing(needs - has)}.`,
      'Trūkst mācību stundu.',
    ),
    'credits-missing': figures(
      (has, needs) =>
        `${isOne(has) ? 'Pierādīts' : 'Pierādīti'} ${number(has)} ${outOf(needs, 'kredītpunkta', 'kredītpunktiem')}; ${missing(needs - has)}.`,
      'Trūkst kredītpunktu.',
    ),
    'result-missing': ({ what }) => `Rezultāts${inIt(what)} nav norādīts.`,
    'result-low': result('ir zemāks, nekā vajag'),
    'awarded-outside-period': credential('ir piešķirts ārpus laika, kas tiek ņemts vērā'),
    'issuer-not-recognised': credential('nāk no izdevēja, kura apliecinājumus šeit neieskaita'),
    'credential-not-genuine': credential('nav īsts'),
    'credential-revoked': credential('ir atsaukts'),
    'credential-suspended': credential('pagaidām ir apturēts'),
    'credential-replaced': credential('ir aizstāts ar jaunāku; iesniedziet jaunāko'),
    'credential-expired': credential('vairs nav spēkā, jo beidzies termiņš'),
    'credential-not-yet-valid': credential('vēl nav spēkā'),
    'statement-not-made': about((what) => `Nav deklarēts: ${what}.`, 'Nav iesniegta deklarācija.'),
    'statement-without-document': about(
      (what) => `Deklarācija ${what} ir iesniegta, bet tai vajadzīgais dokuments nav uzrādīts.`,
      'Deklarācija ir iesniegta, bet tai vajadzīgais dokuments nav uzrādīts.',
    ),
    'statement-refused': about(
      (what) => `Vērtētājs izskatīja deklarāciju ${what} un to nepieņēma.`,
      'Vērtētājs izskatīja deklarāciju un to nepieņēma.',
    ),
    'parts-missing': figures(
      (has, needs) =>
        needs === 1
          ? 'Nav pierādīts nekas no tā, ar ko pietiktu.'
          : `No vajadzīgā (${number(needs)}) ir pierādīts: ${number(has)}.`,
      'No prasītā nav pierādīts pietiekami daudz.',
    ),
    'held-against': about(
      (what) => `Ir iegūts ${what}, un tas to liedz.`,
      'Ir iesniegts kaut kas, kas to liedz.',
    ),
    'rule-refused': () => 'Vērtētājs to izskatīja un nepieņēma.',
    'credential-unclear': credential('pašlaik nebija pārbaudāms'),
    'level-not-stated': about(
      (what) =>
        `Prasme ${what} ir pierādīta, bet nav zināms, kurā līmenī; tas jāizskata vērtētājam.`,
      'Prasme ir pierādīta, bet nav zināms, kurā līmenī; tas jāizskata vērtētājam.',
    ),
    'persons-differ': () =>
      'Nav skaidrs, vai sertifikāti pieder vienai personai; tas jāizskata vērtētājam.',
    'person-differs': () =>
      'Sertifikātā ir cits vārds nekā pretendentam; tas jāizskata vērtētājam.',
    'person-unclear': () =>
      'Sertifikātā nav pietiekami skaidri norādīts, kam tas pieder; tas jāizskata vērtētājam.',
    'statement-to-review': about(
      (what) => `Deklarācija ${what} ir iesniegta; tā jāizskata vērtētājam.`,
      'Deklarācija ir iesniegta; tā jāizskata vērtētājam.',
    ),
    'parts-to-review': () => 'Daļa no tā nav izlemta; tas jāizskata vērtētājam.',
  },
  creditReasons: {
    counts: 'Tas ir īsts un spēkā, un to ieskaita.',
    twice: 'Tas iesniegts vairākkārt; ieskaita vienreiz.',
    unclear: 'Pašlaik to neizdevās pārbaudīt.',
    'not-genuine': 'Tas nav īsts.',
    impostor: 'Tas izliekas par tāda izdevēja apliecinājumu, kas to nav parakstījis.',
    revoked: 'Tas ir atsaukts.',
    suspended: 'Tas pagaidām ir apturēts.',
    replaced: 'Tas ir aizstāts ar jaunāku.',
    expired: 'Tā termiņš ir beidzies.',
    'not-yet-valid': 'Tas vēl nav spēkā.',
    'issuer-not-recognised': 'Tas ir īsts, bet tā izdevēju šai uzņemšanai neņem vērā.',
    'persons-differ': 'Nav skaidrs, vai visi sertifikāti pieder vienai personai.',
    'person-differs': 'Tajā ir cits vārds nekā pretendentam.',
    'person-unclear': 'Tajā nav pietiekami skaidri norādīts, kam tas pieder.',
    'not-the-applicants': 'Vērtētājs konstatēja, ka tas nepieder pretendentam.',
  },
  waiverStates: {
    none: 'jāapgūst',
    partial: 'pierādīts daļēji',
    proven: 'pierādīts; jāpieņem vērtētājam',
    waived: 'var izlaist',
    refused: 'nav pieņemts; jāapgūst',
  },
  moduleHours: (proven, all) =>
    proven >= all
      ? `Pierādītas visas stundas (${number(all)}).`
      : `${isOne(proven) ? 'Pierādīta' : 'Pierādītas'} ${number(proven)} ${outOf(all, 'stundas', 'stundām')}; ${missing(all - proven)}.`,
  priority: ({ points: own, of, pending }) =>
    `${number(own)} ${outOf(of, 'punkta', 'punktiem')}${pending > 0 ? `; vēl nav ${isOne(pending) ? 'izlemts' : 'izlemti'} ${number(pending)}` : ''}`,
  points,
  pointsOf: {
    met: (count) => `Dod ${pointsGiven(count)}.`,
    waived: (count) => `Punktus nedod; ja būtu izpildīts, dotu ${number(count)}.`,
    review: (count) => `Dod ${pointsGiven(count)}, ja tiks atzīts par izpildītu.`,
    unmet: (count) => `Dotu ${pointsGiven(count)}.`,
  },
  decidedOn: (moment) => `Lēmums pieņemts ${onDay(moment)}`,
  holdsUntil: (day) => `Šī atbilde ir spēkā ${untilDay(day)}.`,
  reviewItems: {
    rule: (name) => `Nosacījums: ${name}`,
    statement: (name) => `Deklarācija: ${name}`,
    module: (name) => `Moduļa izlaišana: ${name}`,
    person: 'Vai visi sertifikāti pieder vienai personai',
    admission: 'Uzņemšana, kaut gan ne visi nosacījumi ir izpildīti',
  },
  labels: {
    rules: 'Katrs nosacījums',
    missing: 'Kā trūkst',
    helps: 'Kas vēl palīdzētu',
    getIt: 'Kur to iegūt',
    restsOn: 'Balstās uz',
    modules: 'Moduļi ar pierādītām stundām',
    module: 'Modulis',
    state: 'Statuss',
    modulesNote: 'Katru stundu skaita vienreiz. Moduli izlaiž tikai tad, ja to pieņēmis vērtētājs.',
    modulesInPart: 'Pierādīti daļēji',
    modulesInPartNote:
      'Šie moduļi ir jāapgūst, ja vien citi sertifikāti nepierāda trūkstošās stundas.',
    credentials: 'Kas ir iesniegts',
    from: 'Izdevējs',
    untitled: 'Fails bez nolasāma nosaukuma',
    priority: 'Prioritāte',
    open: 'Kas jāizlemj vērtētājam',
    unread: 'Ko neizdevās nolasīt',
    details: 'Kā pieņemts šis lēmums?',
    specialization: 'Specializācija',
    ruleVersion: 'Noteikumu versija',
    decidedAt: 'Lēmums pieņemts',
    validUntil: 'Spēkā līdz',
    reason: 'Iemesls',
  },
}
