import type { Messages } from '../messages.ts'
import { importComplaintsLatvian } from './import.ts'

export const complaintsLatvian: Messages['complaints'] = {
  'name-missing': 'Trūkst vārda. Ierakstiet to tā, kā tam jābūt sertifikātā.',
  'name-has-control-characters':
    'Vārdā ir neredzamas rakstzīmes. Tās izņemtas; salīdziniet vārdu ar to, kā to raksta pati persona.',
  'name-too-long': 'Vārds sertifikātam ir par garu. Saīsiniet to.',
  'learner-key-missing':
    'Nekas neatšķir šo personu no citām: nav ne e-pasta adreses, ne identifikācijas numura, ne LMS identifikatora. Pievienojiet kādu no tiem vai izvēlieties salīdzināšanu pēc vārda.',
  'email-suspicious': 'E-pasta adrese izskatās nepareiza. Salīdziniet to ar personas īsto adresi.',
  'date-unreadable':
    'Datumu nevar nolasīt. Rakstiet to kā gads-mēnesis-diena, piemēram, 2026-11-22. Importējot pārbaudiet arī norādīto dienas un mēneša secību.',
  'date-in-future': 'Datums ir nākotnē. Izlabojiet to vai pagaidiet līdz šai dienai.',
  'score-unreadable': 'Rezultātu nevar nolasīt. Rakstiet skaitli no 0 līdz 100, piemēram, 94,5.',
  'module-unknown':
    'Kursā nav moduļa ar šādu identifikatoru. Izlabojiet to vai pievienojiet moduli katalogam.',
  'language-unknown':
    'Šādas valodas mums nav. Tās vietā izmantota kursa valoda; ja vēlaties, izlabojiet.',
  'column-unknown':
    'Ir kolonnas vai aktivitātes, kas netiek izmantotas. Ja kāda jāņem vērā, pārdēvējiet to vai norādiet katalogā.',
  'learner-twice':
    'Viena un tā pati persona failā ir vairākkārt. Atstājiet vienu rindu; tiek ņemta tikai pirmā.',
  'columns-missing': 'Trūkst vajadzīgu kolonnu. Pievienojiet tās vai izvēlieties pareizo formātu.',
  'quote-not-closed': 'Šeit pēdiņas ir atvērtas, bet nav aizvērtas. Aizveriet tās vai izņemiet.',
  'row-length':
    'Rindā ir vairāk vai mazāk šūnu nekā virsrakstā (šūnas / kolonnas). Meklējiet lieku vai trūkstošu atdalītāju.',
  ...importComplaintsLatvian,
  'name-not-printable':
    'Nevienā šī pakalpojuma fontā nav visu vārda burtu. Apliecinājumu var izdot, bet bez PDF; ja tas vajadzīgs, lūdziet personai citu rakstību.',
  'actor-unusable':
    'Persona nosaukta tikai ar adreses jaucējvērtību, ar OpenID vai kā grupa. Tā nevienam neko nevar izdot. Iestatiet, lai platforma sūta adresi vai kontu.',
}
