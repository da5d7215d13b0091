import type { Messages } from '../messages.ts'
import { actRefusalsLatvian } from './acts.ts'
import { correctionRefusalsLatvian } from './correction-refusals.ts'
import { draftRefusalsLatvian } from './drafts.ts'
import { holderRefusalsLatvian } from './holder-refusals.ts'
import { houseRefusalsLatvian } from './house-refusals.ts'
import { importRefusalsLatvian } from './import.ts'
import { inboundRefusalsLatvian } from './inbound.ts'
import { operatorRefusalsLatvian } from './operator-accounts.ts'
import { partnerRefusalsLatvian } from './partner.ts'
import { safetyRefusalsLatvian } from './safety.ts'
import { walletRefusalsLatvian } from './wallet.ts'
import { webhookRefusalsLatvian } from './webhook.ts'

export const refusalsLatvian: Messages['refusals'] = {
  'bad-request': {
    title: 'Pieprasījumu nevarēja saprast',
    remedy: 'Atgriezieties, pārskatiet ievadīto un nosūtiet vēlreiz.',
  },
  unauthorised: {
    title: 'Jums jāapliecina, kas esat',
    remedy: 'Nosūtiet piekļuves kodu, kas vēl ir spēkā. Tos izveido šī pakalpojuma uzturētājs.',
  },
  forbidden: {
    title: 'Jūsu piekļuve uz to neattiecas',
    remedy: 'Lūdziet šī pakalpojuma uzturētājam piekļuves kodu ar vajadzīgo lomu un tvērumu.',
  },
  'not-found': {
    title: 'Šajā adresē nekā nav',
    remedy:
      'Salīdziniet adresi burtu pa burtam ar saņemto vai noskenējiet kodu vēlreiz. Tāpat atbildam par saitēm, kuras to īpašnieks nepublisko.',
  },
  'not-acceptable': {
    title: 'Prasītajā formātā tā nav',
    remedy: 'Prasiet HTML, JSON, JWT, PDF, PNG vai SVG.',
  },
  'format-not-offered': {
    title: 'Šādā formātā tas netiek piedāvāts',
    remedy: 'Lūdziet JSON: izlaidiet formātu vai rakstiet format=json.',
  },
  'too-large': {
    title: 'Nosūtītais ir par lielu',
    remedy: 'Nosūtiet mazāku failu vai sadaliet to vairākos.',
  },
  'unsupported-media-type': {
    title: 'Šāda veida failus šeit nepieņem',
    remedy: 'Nosūtiet kādā no formātiem, kas norādīti lapā vai dokumentācijā.',
  },
  'too-many-requests': {
    title: 'No Jūsu tīkla ir pārāk daudz pieprasījumu',
    remedy: 'Pagaidiet minūti un mēģiniet vēlreiz.',
  },
  busy: {
    title: 'Pakalpojums pašlaik ir noslogots',
    remedy: 'Mēģiniet vēlreiz pēc dažām sekundēm. Nekas nav zudis.',
  },
  'idempotency-conflict': {
    title: 'Šī pieprasījuma atslēga jau izmantota citam pieprasījumam',
    remedy: 'Katram jaunam pieprasījumam izmantojiet jaunu Idempotency-Key.',
  },
  'idempotency-in-flight': {
    title: 'Tas pats pieprasījums vēl tiek apstrādāts',
    remedy: 'Sagaidiet atbildi, tad vaicājiet vēlreiz ar to pašu atslēgu.',
  },
  ...importRefusalsLatvian,
  'course-unknown': {
    title: 'Katalogā nav šāda kursa',
    remedy: 'Salīdziniet kursa identifikatoru ar katalogu.',
  },
  'achievement-unknown': {
    title: 'Katalogā nav šāda sasnieguma',
    remedy: 'Salīdziniet sasnieguma identifikatoru ar sasniegumu sarakstu.',
  },
  'credential-not-found': {
    title: 'Šāda apliecinājuma nav',
    remedy: 'Salīdziniet kodu vai adresi burtu pa burtam ar sertifikātā norādīto.',
  },
  'credential-not-issued': {
    title: 'Apliecinājums vēl nav izdots',
    remedy: 'Tas ir rindā. Pēc minūtes mēģiniet vēlreiz.',
  },
  'credential-unverifiable': {
    title: 'Apliecinājums neizturēja mūsu pašu pārbaudi',
    remedy: 'Tas ir aizturēts. Uzturētājam jāpalaiž komanda doctor.',
  },
  'already-revoked': {
    title: 'Apliecinājums jau ir atsaukts',
    remedy: 'Nekas vairāk nav vajadzīgs. Atsaukšanu nevar atcelt.',
  },
  'reason-missing': {
    title: 'Vajadzīgs iemesls',
    remedy: 'Dažos vārdos norādiet, kāpēc; tas netiek publiskots.',
  },
  ...correctionRefusalsLatvian,
  'name-not-printable': {
    title: 'Vārdu nevar nodrukāt',
    remedy:
      'Nevienā šī pakalpojuma fontā nav visu tā burtu, tāpēc PDF nav. Pārējos failos vārds ir pilnībā.',
  },
  'no-credential-found': {
    title: 'Tajā nav atrasts apliecinājums',
    remedy:
      'Izmantojiet sākotnējo failu, visu tā tekstu vai asu fotoattēlu, kurā redzams viss kvadrātkods. No jauna saglabātā attēlā parakstītā daļa bieži ir zudusi.',
  },
  'open-badges-2': {
    title: 'Šī ir Open Badges 2.0 nozīmīte',
    remedy:
      'Tā ir vecāka veida nozīmīte bez paraksta: to apstiprina izdevēja tīmekļa vietne. Šeit var pārbaudīt tikai Open Badges 3.0, un tas neliecina pret šo nozīmīti. Lūdziet izdevējam jaunāku vai jautājiet, kā to pārbaudīt.',
  },
  'address-unreachable': {
    title: 'No šīs adreses neko neizdevās saņemt',
    remedy:
      'Salīdziniet adresi burtu pa burtam. Ja tā ir pareiza, vēlāk mēģiniet vēlreiz vai izmantojiet failu: tas, ka adrese neatbildēja, par apliecinājumu neko nesaka.',
  },
  'input-unreadable': {
    title: 'Failu nevarēja nolasīt',
    remedy: 'Tas var būt bojāts vai aizsargāts ar paroli. Izmantojiet sākotnējo failu.',
  },
  'input-too-large': {
    title: 'Fails pārbaudei ir par lielu',
    remedy:
      'Izmantojiet sākotnējo failu: apliecinājumi ir mazi, ne lielāki par 2 MB. Fotoattēls drīkst būt līdz 10 MB.',
  },
  'not-strict-json': {
    title: 'Teksts ir nepilnīgs vai saprotams vairākos veidos',
    remedy:
      'Tas nav stingrs JSON. Izmantojiet sākotnējo failu vai kopējiet visu tekstu vēlreiz, no pirmās { līdz pēdējai }.',
  },
  'specialization-unknown': {
    title: 'Šādas specializācijas šeit nav',
    remedy: 'Apskatiet specializāciju sarakstu un salīdziniet rakstību.',
  },
  'applications-closed': {
    title: 'Pašlaik nevar pieteikties',
    remedy: 'Noskaidrojiet, kurās dienās var pieteikties, un tad atgriezieties.',
  },
  'statement-unknown': {
    title: 'Šāda deklarācija netiek prasīta',
    remedy: 'Iesniedziet tikai tās deklarācijas, ko prasa specializācija.',
  },
  'text-too-long': {
    title: 'Kāds teksts ir pārāk garš',
    remedy: 'Saīsiniet norādīto tekstu līdz atļautajam rakstzīmju skaitam.',
  },
  'decision-not-found': {
    title: 'Šāda lēmuma nav, vai arī tas Jums nav pieejams',
    remedy:
      'Salīdziniet adresi ar saņemto. Lēmumu redz tikai tas mācību sniedzējs, kas to pieņēma.',
  },
  'decision-erased': {
    title: 'Pieteikums, uz kuru tas balstās, ir dzēsts',
    remedy:
      'Laiks, cik ilgi to drīkst glabāt, ir beidzies. Lūdziet pretendentam sertifikātus vēlreiz un lemiet no jauna.',
  },
  'not-to-review': {
    title: 'Šeit nekas negaida izskatīšanu',
    remedy: 'Atveriet lēmumu vēlreiz: pa šo laiku tas var būt izlemts.',
  },
  'not-eligible': {
    title: 'Lēmumā nav teikts, ka var uzņemt',
    remedy: 'Izlemiet, kas gaida izskatīšanu, vai lemiet no jauna ar papildu pierādījumiem.',
  },
  'decision-expired': {
    title: 'Lēmums vairs nav spēkā',
    remedy: 'Lemiet no jauna: tas, uz ko tas balstās, var būt beidzies.',
  },
  'country-needed': {
    title: 'Vajadzīga pretendenta valsts',
    remedy: 'Norādiet vienu no valstīm, kurās specializāciju piedāvā, ar diviem burtiem.',
  },
  'already-enrolled': {
    title: 'Šai personai jau ir vieta, vai arī tā uz to gaida',
    remedy: 'Vienai personai specializācijā ir viena vieta. Vispirms atsauciet otru reģistrāciju.',
  },
  'maybe-enrolled': {
    title: 'Kādam, kurš var būt šī persona, jau ir vieta, vai arī tas uz to gaida',
    remedy:
      'Apskatiet šo reģistrāciju. Ja tā ir tā pati persona, vispirms to atsauciet; ja cita, norādiet to un reģistrējiet vēlreiz.',
  },
  'enrolment-not-found': {
    title: 'Šādas reģistrācijas nav, vai arī tā Jums nav pieejama',
    remedy: 'Apskatiet savu reģistrāciju sarakstu.',
  },
  'list-unreadable': {
    title: 'Pretendentu sarakstu nevarēja nolasīt',
    remedy:
      'Nosūtiet tabulu kā CSV ar UTF-8. Pirmajā rindā ir kolonnu nosaukumi, un citu nosaukumu kā veidlapā un API tur nedrīkst būt.',
  },
  'list-not-found': {
    title: 'Šāda saraksta nav, vai arī tas Jums nav pieejams',
    remedy: 'Salīdziniet adresi ar saņemto vai nosūtiet sarakstu vēlreiz.',
  },
  'claim-not-valid': {
    title: 'Šī saite vairs nedarbojas',
    remedy:
      'Tā jau ir izmantota, tās laiks ir beidzies, vai tā nav pilnīga. Palūdziet jaunu uz adresi, kurā saņēmāt apliecinājumus.',
  },
  'receipt-given': {
    title: 'Šī ir pārbaudes izziņa, nevis apliecinājums',
    remedy:
      'Iesniedziet to veidlapā adresē /verify: tur redzēsiet, kas tas ir. Lai uzzinātu, kas ir spēkā šodien, pārbaudiet pašu apliecinājumu.',
  },
  ...actRefusalsLatvian,
  ...holderRefusalsLatvian,
  ...walletRefusalsLatvian,
  ...draftRefusalsLatvian,
  ...operatorRefusalsLatvian,
  ...webhookRefusalsLatvian,
  ...partnerRefusalsLatvian,
  ...safetyRefusalsLatvian,
  ...webhookRefusalsLatvian,
  ...houseRefusalsLatvian,
  ...inboundRefusalsLatvian,
}
