import type { HolderRefusals } from '../holder-messages.ts'

/** What learners are refused, and whoever comes by their links. */
export const holderRefusalsLatvian: HolderRefusals = {
  'share-given': {
    title: 'Šī saite rāda daļu no apliecinājuma',
    remedy:
      'Atveriet to pārlūkā: tās lapā redzēsiet, vai apliecinājums šodien ir spēkā. Lai pārbaudītu to visu, lūdziet tā turētājam failu vai paša apliecinājuma saiti.',
  },
  'share-not-found': {
    title: 'Šī saite neko nerāda',
    remedy:
      'Varbūt trūkst tās daļas: nokopējiet to visu, no pirmās rakstzīmes līdz pēdējai. Vai arī jautājiet sūtītājam.',
  },
  'share-ended': {
    title: 'Šīs saites termiņš ir beidzies',
    remedy:
      'Tās veidotājs izvēlējās termiņu vai to atsauca. Lūdziet citu saiti sertifikāta īpašniekam.',
  },
  'share-end-wrong': {
    title: 'Šādu termiņu nevar izvēlēties',
    remedy: 'Izvēlieties dienu, sākot ar rītdienu, ne vēlāk kā pēc desmit gadiem.',
  },
  'too-many-shares': {
    title: 'Saišu ir par daudz',
    remedy:
      'Vienam sertifikātam vienlaikus var būt atvērtas ne vairāk kā 50. Atsauciet dažas un tad veidojiet jaunu.',
  },
}
