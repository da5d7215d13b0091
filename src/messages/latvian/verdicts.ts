import type { Messages } from '../messages.ts'

type Verdicts = Pick<
  Messages,
  | 'warnings'
  | 'checks'
  | 'outcomes'
  | 'verdicts'
  | 'statuses'
  | 'headlines'
  | 'answers'
  | 'sources'
  | 'revocations'
>

// A page on something revoked must not show the word for "valid" anywhere, so only the verdicts use that word.
export const verdictsLatvian: Verdicts = {
  warnings: {
    'single-value-for-array':
      'Daži ieraksti ir viena vērtība, kaut gan standarts prasa sarakstu. Saturu tas neietekmē.',
    'date-without-zone':
      'Kādam datumam nav norādīta laika josla; tas nolasīts kā universālais laiks (UTC).',
    'jwt-claim-missing':
      'Parakstītajā aploksnē trūkst ieraksta, kas tajā būtu jāatkārto. Saturu tas neietekmē.',
    'proof-suite-unknown':
      'Līdzās pārbaudītajam parakstam ir vēl viens, kura metodi šis pakalpojums nepazīst.',
    'suite-deprecated':
      'Paraksts veidots ar vecāku metodi, kas standartos jau aizstāta. Tas joprojām ir drošs.',
    'shown-in-part':
      'Turētājs izvēlējās, kuras daļas rādīt. Izlaistais šeit nav redzams; tas var būt beigu datums vai saraksts, kurā izdevējs atsauc apliecinājumus.',
    'endorsement-not-verified':
      'Apliecinājumā iekļauto trešās personas ieteikumu neizdevās apstiprināt. Pašu apliecinājumu tas neietekmē.',
    'status-message':
      'Izdevējs savā publiskajā sarakstā ir atstājis ziņu par šo apliecinājumu. Jautājiet par to izdevējam.',
    'holder-not-subject':
      'Spriežot pēc identifikatoriem, uzrādītājs nav persona, uz kuru apliecinājums attiecas.',
  },
  checks: {
    form: 'Uzbūve',
    signature: 'Paraksts',
    'issuer-key': 'Izdevēja atslēga',
    dates: 'Datumi',
    status: 'Atsaukšana',
    published: 'Jaunākā versija',
    issuer: 'Izdevējs',
    person: 'Persona',
    printed: 'Drukātā lapa',
    presentation: 'Uzrādīšana',
  },
  outcomes: {
    passed: 'Izturēta',
    failed: 'Nav izturēta',
    unknown: 'Neizdevās pārbaudīt',
    skipped: 'Nav veikta',
  },
  verdicts: { valid: 'derīgs', invalid: 'nederīgs', undecided: 'neizlemts' },
  statuses: {
    active: 'spēkā',
    revoked: 'atsaukts',
    suspended: 'apturēts',
    expired: 'beidzies termiņš',
    'not-yet-valid': 'vēl nav spēkā',
    replaced: 'aizstāts',
    unknown: 'nav zināms',
  },
  headlines: {
    valid: {
      title: 'Derīgs',
      meaning: 'To parakstīja mums zināms izdevējs; kopš tā laika tas nav mainīts un ir spēkā.',
      advice: 'Pārliecinieties, ka Jūsu priekšā ir norādītā persona.',
    },
    'other-person': {
      title: 'Cits vārds',
      meaning: 'Tas ir īsts un spēkā, bet nav izdots uz Jūsu norādītā vārda vai adreses.',
      advice:
        'Salīdziniet abus tālāk. Varbūt atšķiras tikai rakstība, bet varbūt tas pieder citam.',
    },
    'issuer-unknown': {
      title: 'Nezināms izdevējs',
      meaning: 'Kopš parakstīšanas tas nav mainīts, bet mēs nezinām, kam pieder izdevēja adrese.',
      advice: 'Vispirms apskatiet adresi tālāk un paši noskaidrojiet, vai tai uzticaties.',
    },
    'issuer-outside': {
      title: 'Bez galvojuma',
      meaning:
        'Kopš parakstīšanas tas nav mainīts, un izdevēju mēs zinām, taču ne attiecībā uz šāda veida vai laika apliecinājumiem.',
      advice: 'Jautājiet izdevējam, vai tas drīkst to piešķirt.',
    },
    impostor: {
      title: 'Viltus izdevējs',
      meaning: 'Kāds izmanto zināma izdevēja nosaukumu ar atslēgu, kas tam nepieder.',
      advice: 'Uzskatiet to par viltojumu un informējiet īsto izdevēju.',
    },
    'page-differs': {
      title: 'Lapa ir mainīta',
      meaning:
        'Failā esošais apliecinājums ir īsts, bet lapā ap to rakstīts kas cits, nekā parakstīts.',
      advice:
        'Paļaujieties uz parakstīto, nekad uz lapu. Palūdziet turētājam failu tādu, kādu to izdeva.',
    },
    'page-unread': {
      title: 'Lapa nav salīdzināta',
      meaning:
        'Failā esošais apliecinājums ir īsts un spēkā, bet ap to nodrukāto neizdevās ar to salīdzināt.',
      advice: 'Paļaujieties uz parakstīto, kas redzams tālāk, nevis uz lapu.',
    },
    revoked: {
      title: 'Atsaukts',
      meaning: 'To patiešām izdeva, bet vēlāk izdevējs to atsauca. Tas vairs nav spēkā.',
      advice: 'Jautājiet turētājam, vai ir jaunāks.',
    },
    suspended: {
      title: 'Apturēts',
      meaning: 'To patiešām izdeva, bet izdevējs to pagaidām ir apturējis.',
      advice: 'Jautājiet izdevējam un vēlāk pārbaudiet vēlreiz.',
    },
    expired: {
      title: 'Beidzies termiņš',
      meaning: 'To patiešām izdeva, bet laiks, kuram to izdeva, ir beidzies.',
      advice: 'Jautājiet turētājam, vai tas ir atjaunots.',
    },
    'not-yet-valid': {
      title: 'Vēl nav spēkā',
      meaning: 'To patiešām izdeva, bet tas stājas spēkā tikai vēlākā datumā.',
      advice: 'Pārbaudiet to vēlreiz, kad šis datums būs pienācis.',
    },
    replaced: {
      title: 'Aizstāts',
      meaning: 'To patiešām izdeva, bet vēlāk izdevējs publicēja labotu versiju.',
      advice: 'Lai redzētu jaunāko versiju, atveriet apliecinājumā norādīto adresi.',
    },
    invalid: {
      title: 'Nederīgs',
      meaning: 'Vismaz viena pārbaude nav izturēta.',
      advice: 'Nepaļaujieties uz to. Palūdziet turētājam sākotnējo failu vai jautājiet izdevējam.',
    },
    undecided: {
      title: 'Neizdevās pārbaudīt',
      meaning: 'Pārbaudi neizdevās pabeigt. Tas neliecina ne pret apliecinājumu, ne par to.',
      advice: 'Kamēr pārbaude nav izdevusies, uzskatiet to par nepārbaudītu.',
    },
  },
  answers: {
    genuine: {
      question: 'Vai tas ir īsts?',
      replies: {
        yes: 'Jā. Izdevēja paraksts ir neskarts; nekas nav mainīts.',
        no: 'Nē. Tā uzbūve, paraksts vai atslēga nav pareiza, vai arī izdevējs to nekad nav izdevis.',
        unknown: 'Nav zināms. Parakstu neizdevās pilnībā pārbaudīt.',
      },
    },
    current: {
      question: 'Vai tas joprojām ir spēkā?',
      replies: {
        yes: 'Jā. Šodiena ietilpst tā termiņā, un atsaukšana nav publicēta.',
        no: 'Nē. Tas ir atsaukts vai aizstāts, vai arī šodiena neietilpst tā termiņā.',
        unknown: 'Nav zināms. Datumus vai atsaukšanu neizdevās pārbaudīt.',
      },
    },
    issuer: {
      question: 'Vai mēs zinām izdevēju?',
      replies: {
        known: 'Jā. Tas ir mūsu zināmo izdevēju sarakstā.',
        unknown: 'Nē. Tas nav mūsu zināmo izdevēju sarakstā.',
        impostor: 'Tas izmanto zināma izdevēja nosaukumu, bet ir kāds cits.',
      },
    },
    person: {
      question: 'Vai tas attiecas uz šo personu?',
      replies: {
        match: 'Jā. Tas izdots uz Jūsu norādītā vārda vai adreses.',
        mismatch: 'Tas nav izdots uz Jūsu norādītā vārda vai adreses. Apskatiet abus.',
        'not-asked': 'Nav jautāts. Salīdziniet vārdu ar personu apliecinošu dokumentu.',
      },
    },
  },
  sources: {
    pdf: 'PDF fails',
    png: 'PNG attēls',
    svg: 'SVG attēls',
    json: 'JSON fails',
    jwt: 'JWT (parakstīts teksts)',
    url: 'interneta adrese',
    photo: 'fotoattēls',
  },
  revocations: {
    replaced: 'Izdota labota versija.',
    'issued-in-error': 'Tas izdots kļūdas dēļ.',
    'requested-by-holder': 'To lūdza turētājs.',
    'achievement-withdrawn': 'Sasniegums ir anulēts.',
    'support-withdrawn': 'Atsaukts sertifikāts, uz kuru tas balstās.',
    'key-compromised': 'Parakstīšanas atslēga vairs nebija droša.',
    unspecified: 'Izdevējs iemeslu nav publiskojis.',
  },
}
