import type { KeyRefusals } from '../key-messages.ts'

export const keyRefusalsBulgarian: KeyRefusals = {
  'key-unusable': {
    title: 'Ключът за подписване не може да се използва',
    remedy: 'Администраторът трябва да прегледа файла с ключа, посочен в подробностите.',
  },
  'key-permissions': {
    title: 'Файлът с ключа може да се чете от други',
    remedy: 'Администраторът трябва да позволи да го чете само услугата: chmod 600.',
  },
  'key-not-found': {
    title: 'Няма такъв ключ',
    remedy:
      'Администраторът трябва да създаде ключ с командата keygen или да го върне на мястото му.',
  },
}
