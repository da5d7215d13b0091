import type { ImportComplaints, ImportRefusals } from '../import-messages.ts'

export const importRefusalsLatvian: ImportRefusals = {
  'columns-invalid': {
    title: 'Norādītās kolonnas neatbilst failam',
    remedy:
      'Lietojiet virsrakstus tieši tā, kā tie ir pirmajā rindā, vai kolonnas vietu, piemēram, #3. Sīkākajā informācijā norādīta katra kļūda.',
  },
  'profiles-unreadable': {
    title: 'Profilu sarakstu nevar izmantot',
    remedy:
      'Iesniedziet tā paša kursa studentu profilu pārskatu: tajā vajadzīga kolonna name un viena no kolonnām id, username vai email.',
  },
}

export const importComplaintsLatvian: ImportComplaints = {
  'completed-unreadable':
    'Nav skaidrs, vai tas ir izpildīts. Rakstiet jā, nē, datumu vai rezultātu vai arī izlaidiet šo kolonnu.',
  'not-a-learner':
    'Šī rinda ir platformas izmēģinājuma lietotājs. Tā ir izlaista; nekas nav jādara.',
  'profiles-needed':
    'Šajā pārskatā nav vārdu. Iesniedziet tam klāt studentu profilu pārskatu vai norādiet kolonnu, kurā ir vārdi.',
}
