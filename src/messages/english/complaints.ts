import type { Messages } from '../messages.ts'
import { importComplaintsEnglish } from './import.ts'

export const complaintsEnglish: Messages['complaints'] = {
  'name-missing': 'The name is missing. Fill it in as it should stand on the certificate.',
  'name-has-control-characters':
    'The name holds invisible characters. They were taken out; compare the name with the person’s own spelling.',
  'name-too-long': 'The name is too long for a certificate. Shorten it.',
  'learner-key-missing':
    'Nothing tells this person from others: no e-mail address, id number or LMS id. Add one, or ask for matching by name.',
  'email-suspicious': 'The e-mail address looks wrong. Compare it with the person’s own.',
  'date-unreadable':
    'The date cannot be read. Write it as year-month-day, such as 2026-11-22. In an import, compare the order of dates that was stated as well.',
  'date-in-future': 'The date lies in the future. Correct it, or wait until that day.',
  'score-unreadable': 'The score cannot be read. Write a number from 0 to 100, such as 94.5.',
  'module-unknown':
    'The course has no module with this id. Correct it, or add the module to the catalogue.',
  'language-unknown':
    'The language is not one of ours. The language of the course is used instead; correct it if you wish.',
  'column-unknown':
    'Columns or activities that are not used. If one should count, rename it, or name it in the catalogue.',
  'learner-twice':
    'The same person is in the file more than once. Keep one row; only the first is taken.',
  'columns-missing': 'Columns that are needed are missing. Add them, or choose the right format.',
  'quote-not-closed': 'A quotation mark opens here and is never closed. Close it, or take it out.',
  'row-length':
    'The row has more or fewer cells than the header (cells / columns). Look for a separator too many or too few.',
  ...importComplaintsEnglish,
  'name-not-printable':
    'No font of this service has all letters of the name. The credential can be issued, but without a PDF; ask the person for another spelling if one is needed.',
  'actor-unusable':
    'The person is named only by a digest of an address, an OpenID or as a group, and nobody can be issued to by that. Have the platform send the address or the account.',
}
