import type { Messages } from '../messages.ts'
import { mandateReasonsLatvian } from './partner.ts'

export const reasonsLatvian: Messages['reasons'] = {
  'form-conforms':
    'Apliecinājums ir pareizi veidots: nekas netrūkst un nav paslēpts, un katrs ieraksts nozīmē to, ko saka tā nosaukums.',
  'form-not-a-credential':
    'Failu var nolasīt, bet tas nav apliecinājums. Pārliecinieties, ka tas ir īstais fails.',
  'form-context-not-pinned':
    'Apliecinājumā lietota vārdnīca, ko šis pakalpojums nepazīst, tāpēc tā saturs var nozīmēt ko citu, nekā izskatās. Lūdziet izdevējam to apstiprināt.',
  'form-term-hidden':
    'Apliecinājumā ir ieraksti, ko paraksts neaizsargātu. Tos varēja pievienot jebkurš. Nepaļaujieties uz to; jautājiet izdevējam.',
  'form-nonconforming':
    'Apliecinājums neatbilst savam standartam (nozīmītes – Open Badges 3.0, pārējie – W3C standartam): kāda ieraksta trūkst vai tas ir nepareizs. Lūdziet izdevējam labotu.',
  'form-too-complex':
    'Apliecinājuma uzbūve ir tik sarežģīta, ka to nevarēja nolasīt atļautajā laikā. Īsti apliecinājumi tādi nav: jautājiet izdevējam.',
  'form-not-reached': 'Uzbūve nav pārbaudīta, jo šeit radās kļūda. Vēlāk mēģiniet vēlreiz.',
  'signature-holds':
    'Digitālais paraksts ir neskarts: kopš izdevējs parakstīja, nekas nav mainīts.',
  'signature-broken':
    'Digitālais paraksts neatbilst saturam: pēc parakstīšanas kaut kas ir mainīts, vai arī ar šo atslēgu tas nekad nav parakstīts. Nepaļaujieties uz to; lūdziet turētājam oriģinālu.',
  'signature-missing':
    'Digitālā paraksta nav, tāpēc to varēja uzrakstīt jebkurš. Lūdziet turētājam parakstīto failu.',
  'signature-suite-unknown':
    'Apliecinājums parakstīts ar metodi, ko šis pakalpojums nepazīst, tāpēc šeit to nevarēja pārbaudīt. Izmēģiniet citu pārbaudes rīku vai jautājiet izdevējam.',
  'signature-malformed':
    'Digitālais paraksts ir bojāts vai nav veidots, kā prasa standarti. Lūdziet turētājam sākotnējo failu.',
  'signature-purpose-wrong':
    'Digitālais paraksts veidots citam nolūkam, nevis lai galvotu par šo saturu. Nepaļaujieties uz to; jautājiet izdevējam.',
  'signature-chain-broken':
    'Digitālie paraksti balstās cits uz citu, un kāda no tiem trūkst vai tas nav pareizs. Lūdziet turētājam pilnu failu.',
  'signature-other-audience':
    'Digitālais paraksts veidots citam saņēmējam vai citam gadījumam: tas var būt nokopēts. Lūdziet turētājam tādu, kas veidots Jums.',
  'signature-claims-differ':
    'Parakstītajā aploksnē un tajā ievietotajā apliecinājumā teikts kas atšķirīgs. Nepaļaujieties uz to; jautājiet izdevējam.',
  'signature-algorithm-refused':
    'Apliecinājums parakstīts veidā, kas neatbilst atslēgai vai nav pietiekami drošs. Lūdziet izdevējam jaunu.',
  'signature-key-missing':
    'Nav zināma atslēga, ar kuru tas varētu būt parakstīts, tāpēc parakstu nevar pārbaudīt. Jautājiet izdevējam.',
  'signature-too-complex':
    'Digitālā paraksta pārbaude ilga ilgāk, nekā atļauts, tāpēc tā pārtraukta. Vēlāk mēģiniet vēlreiz vai jautājiet izdevējam.',
  'signature-not-reached': 'Paraksts nav pārbaudīts, jo šeit radās kļūda. Vēlāk mēģiniet vēlreiz.',
  'issuer-key-bound': 'Parakstīšanas atslēga pieder apliecinājumā norādītajam izdevējam.',
  'issuer-key-not-bound':
    'Parakstīšanas atslēga nepieder apliecinājumā norādītajam izdevējam, vai arī izdevējs nav norādīts. Izdevēja vārdā varēja parakstīt kāds cits. Nepaļaujieties uz to.',
  'issuer-key-not-published':
    'Izdevējs nepublicē atslēgu, ar kuru šis apliecinājums ir parakstīts. Jautājiet izdevējam, vai tā pieder viņam.',
  'issuer-key-ended':
    'Izdevējs ar šo atslēgu vairs neļauj neko parakstīt: tā ir atsaukta, vai tās termiņš ir beidzies. Lūdziet izdevējam jaunu apliecinājumu.',
  'issuer-key-compromised':
    'Izdevējs ir paziņojis, ka parakstīšanas atslēga ir kompromitēta: to varēja izmantot citi. Lūdziet izdevējam jaunu apliecinājumu.',
  'issuer-key-weak':
    'Izdevēja atslēga ir tik vāja, ka ar to varēja parakstīt citi. Lūdziet izdevējam jaunu apliecinājumu.',
  'issuer-key-unreachable':
    'Izdevēja publicētās atslēgas pašlaik nebija pieejamas, tāpēc vēl nav zināms, kas parakstīja. Vēlāk mēģiniet vēlreiz.',
  'issuer-key-method-unknown':
    'Izdevēja identificēšanas metodi vai atslēgas veidu šis pakalpojums nepazīst, tāpēc parakstu nevarēja pārbaudīt. Izmēģiniet citu pārbaudes rīku vai jautājiet izdevējam.',
  'issuer-key-not-reached':
    'Izdevēja atslēga nav meklēta, jo šeit radās kļūda. Vēlāk mēģiniet vēlreiz.',
  'dates-current': 'Šodiena ietilpst laikā, kuram apliecinājums izdots.',
  'dates-not-yet-valid':
    'Apliecinājums stājas spēkā vēlākā datumā. Pārbaudiet to vēlreiz, kad šis datums būs pienācis.',
  'dates-expired':
    'Laiks, kuram veidots apliecinājums vai tā paraksts, ir beidzies. Jautājiet turētājam, vai tas ir atjaunots.',
  'dates-unreadable':
    'Apliecinājumā norādītie datumi nav saprotami. Lūdziet izdevējam tos izlabot.',
  'dates-not-reached': 'Datumi nav pārbaudīti, jo šeit radās kļūda. Vēlāk mēģiniet vēlreiz.',
  'status-not-revoked': 'Izdevēja atsaukto apliecinājumu sarakstā šī apliecinājuma nav.',
  'status-revoked':
    'Izdevējs šo apliecinājumu ir atsaucis. Tas vairs nav spēkā, lai ko teiktu izdrukāta kopija.',
  'status-suspended':
    'Izdevējs šo apliecinājumu pagaidām ir apturējis. Jautājiet izdevējam un vēlāk pārbaudiet vēlreiz.',
  'status-not-about-withdrawal':
    'Apliecinājumā norādīts tā izdevēja saraksts, bet ne tāds, kurā teikts, vai tas ir atsaukts.',
  'status-none':
    'Apliecinājumā nav norādīts atsaukto apliecinājumu saraksts, tāpēc izdevējs to nevar atsaukt.',
  'status-list-unreachable':
    'Izdevēja atsaukto apliecinājumu saraksts pašlaik nebija pieejams. Vēlāk mēģiniet vēlreiz.',
  'status-list-unverifiable':
    'Atsaukto apliecinājumu saraksts bija pieejams, bet neizdevās pierādīt, ka tas nāk no izdevēja. Vēlāk mēģiniet vēlreiz vai jautājiet izdevējam.',
  'status-list-malformed':
    'Atsaukto apliecinājumu saraksts vai ieraksts, kas uz to ved, ir bojāts un nav nolasāms. Vēlāk mēģiniet vēlreiz vai jautājiet izdevējam.',
  'status-index-out-of-range':
    'Apliecinājumā norādīta vieta, kuras atsaukto apliecinājumu sarakstā nav. Jautājiet izdevējam.',
  'status-type-unknown':
    'Apliecinājumā šim pakalpojumam nezināmā veidā norādīts, vai tas ir atsaukts. Izmēģiniet citu pārbaudes rīku vai jautājiet izdevējam.',
  'status-not-reached':
    'Nav noskaidrots, vai tas ir atsaukts, jo šeit radās kļūda. Vēlāk mēģiniet vēlreiz.',
  'published-same': 'Izdevējs savā adresē publicē tieši šo apliecinājumu.',
  'published-newer':
    'Vēlāk izdevējs ir publicējis labotu versiju. Lai to redzētu, atveriet apliecinājuma adresi.',
  'published-not-ours':
    'Tam ir šī pakalpojuma paraksts, bet šis pakalpojums to nekad nav izdevis. Nepaļaujieties uz to un informējiet uzturētāju.',
  'published-erased':
    'Šis pakalpojums savu šī apliecinājuma kopiju ir dzēsis, tāpēc vairs nevar apstiprināt, ka to izdeva. Jautājiet šī pakalpojuma uzturētājam.',
  'published-in-gap':
    'Šis pakalpojums ir atjaunots no vecākas kopijas un neko nezina par laiku, kad tas parakstīts, tāpēc nevar to ne apstiprināt, ne noliegt. Lūdziet uzturētājam jaunu.',
  'published-not-found':
    'Apliecinājuma adresē izdevējs nepublicē neko, ar ko salīdzināt. Tā nav kļūda: izdevējam tas nav jādara.',
  'published-nowhere':
    'Apliecinājumam nav adreses izdevēja vietnē, kur varētu būt jaunāka versija.',
  'published-not-reached':
    'Nav noskaidrots, vai ir jaunāka versija, jo šeit radās kļūda. Vēlāk mēģiniet vēlreiz.',
  'issuer-known': 'Izdevējs ir šī pakalpojuma zināmo izdevēju sarakstā.',
  'issuer-unknown':
    'Izdevējs nav šī pakalpojuma zināmo izdevēju sarakstā. Tas pats par sevi nav trūkums: paši noskaidrojiet, kam pieder norādītā interneta adrese.',
  'issuer-outside-scope':
    'Izdevējs ir šī pakalpojuma sarakstā, bet ne šāda veida sasniegumiem. Jautājiet izdevējam, vai tas drīkst to piešķirt.',
  'issuer-outside-period':
    'Izdevējs ir šī pakalpojuma sarakstā, bet ne laikam, kad tas izdots. Lūdziet izdevējam to apstiprināt.',
  ...mandateReasonsLatvian,
  'issuer-impostor':
    'Apliecinājumā ir zināma izdevēja nosaukums, bet cita atslēga un adrese. Uzskatiet to par viltojumu un informējiet īsto izdevēju.',
  'issuer-not-reached':
    'Nav noskaidrots, vai izdevējs ir zināms, jo šeit radās kļūda. Vēlāk mēģiniet vēlreiz.',
  'person-matches': 'Jūsu norādītais vārds vai adrese sakrīt ar parakstīto.',
  'person-differs':
    'Jūsu norādītais vārds vai adrese nesakrīt ar parakstīto. Salīdziniet abus: varbūt atšķiras tikai rakstība.',
  'person-not-named':
    'Apliecinājumā turētājs nav norādīts šādā veidā, tāpēc nav, ko salīdzināt. Izmēģiniet vārdu vai e-pasta adresi.',
  'person-not-reached': 'Persona nav salīdzināta, jo šeit radās kļūda. Vēlāk mēģiniet vēlreiz.',
  'printed-agrees':
    'Faila lapās nodrukātais vārds un nosaukums ir tie, kas parakstīti. Par visu pārējo paļaujieties uz šeit redzamajiem faktiem.',
  'printed-differs':
    'Lapā redzamais atšķiras no parakstītā. Svarīgs ir tikai parakstītais; lapa ir mainīta vai tam nepieder.',
  'printed-unreadable':
    'Lapas tekstu neizdevās salīdzināt ar parakstīto. Paļaujieties uz šeit redzamajiem faktiem, nevis uz lapu.',
  'printed-covered':
    'Lapa nav tāda, kādu to veidoja: virs tās teksta, blakus tam vai piezīmē var būt kas pielikts. Paļaujieties uz šeit redzamajiem faktiem, nevis uz lapu.',
  'printed-compare-yourself':
    'Attēlā redzamais kods ir nolasīts, nodrukātais teksts nav. Salīdziniet papīru ar šeit redzamajiem faktiem.',
  'printed-not-reached':
    'Lapa nav salīdzināta, jo šeit radās kļūda. Paļaujieties uz šeit redzamajiem faktiem.',
  'presentation-proven': 'Paša turētāja paraksts uz uzrādītā ir neskarts.',
  'presentation-unsigned':
    'Uzrādīšanu neviens nav parakstījis, tāpēc nav redzams, kas to iesniedza. Pats apliecinājums tomēr ir pārbaudīts.',
  'presentation-broken':
    'Turētāja paraksts neatbilst uzrādītajam. Lūdziet turētājam uzrādīt vēlreiz.',
  'presentation-malformed':
    'Uzrādītais nav veidots, kā prasa standarts. Lūdziet turētājam uzrādīt vēlreiz.',
  'presentation-key-not-bound':
    'Atslēga, ar kuru parakstīta uzrādīšana, nav turētāja. Apliecinājumu, iespējams, izmanto kāds cits.',
  'presentation-key-unreachable':
    'Turētāja publicētās atslēgas pašlaik nebija pieejamas. Vēlāk mēģiniet vēlreiz.',
  'presentation-suite-unknown':
    'Turētājs parakstīja ar metodi, ko šis pakalpojums nepazīst, tāpēc nav redzams, kas to iesniedza. Izmēģiniet citu pārbaudes rīku vai lūdziet turētājam to uzrādīt citādi.',
  'presentation-other-audience':
    'Turētājs parakstīja citam saņēmējam vai citam gadījumam: tas var būt nokopēts. Lūdziet turētājam uzrādīt to Jums no jauna.',
  'presentation-not-reached':
    'Uzrādīšana nav pārbaudīta, jo šeit radās kļūda. Vēlāk mēģiniet vēlreiz.',
  'earlier-check-failed': 'Nav pārbaudīts, jo nav izturēta cita pārbaude, uz kuru tas balstās.',
}
