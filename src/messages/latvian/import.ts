import type { ImportComplaints, ImportRefusals } from '../import-messages.ts'

export const importRefusalsLatvian: ImportRefusals = {
  'csv-unreadable': {
    title: 'Tabulu nevarēja nolasīt',
    remedy:
      'Saglabājiet to vēlreiz kā CSV ar UTF-8 un apskatiet rindu, kas norādīta sīkākajā informācijā.',
  },
  'csv-unknown-format': {
    title: 'Šāds eksporta veids nav atpazīts',
    remedy: 'Norādiet, no kuras sistēmas tas nāk, vai lietojiet parauga faila kolonnu nosaukumus.',
  },
  'dates-order-needed': {
    title: 'Nav skaidra dienas un mēneša secība',
    remedy: 'Norādiet, vai datumos vispirms ir diena, mēnesis vai gads.',
  },
  'completions-invalid': {
    title: 'Dažas rindas tādas, kādas tās ir, nevar pieņemt',
    remedy:
      'Izlabojiet sīkākajā informācijā norādītās rindas un nosūtiet failu vēlreiz. Nekas netiek izdots divreiz.',
  },
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
