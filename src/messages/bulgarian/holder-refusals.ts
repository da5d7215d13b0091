import type { HolderRefusals } from '../holder-messages.ts'

/** What learners are refused, and whoever comes by their links. */
export const holderRefusalsBulgarian: HolderRefusals = {
  'share-not-found': {
    title: 'Тази връзка не показва нищо',
    remedy:
      'Може би част от нея липсва: копирайте я цялата, от първия до последния знак. Или попитайте този, който я е изпратил.',
  },
  'share-ended': {
    title: 'Срокът на тази връзка изтече',
    remedy:
      'Който я е създал, е избрал край или я е оттеглил. Поискайте друга от притежателя на удостоверението.',
  },
  'share-end-wrong': {
    title: 'Този край не може да се избере',
    remedy: 'Изберете ден от утре нататък, най-много десет години напред.',
  },
  'too-many-shares': {
    title: 'Връзките са твърде много',
    remedy:
      'За едно удостоверение могат да бъдат отворени най-много 50. Оттеглете някои и тогава създайте друга.',
  },
}
