import type { HouseRefusals } from '../house-messages.ts'

export const houseRefusalsLatvian: HouseRefusals = {
  'key-unusable': {
    title: 'Parakstīšanas atslēgu nevar izmantot',
    remedy: 'Uzturētājam jāapskata atslēgas fails, kas norādīts sīkākajā informācijā.',
  },
  'key-permissions': {
    title: 'Atslēgas failu var lasīt citi',
    remedy: 'Uzturētājam jāatļauj to lasīt tikai pakalpojumam: chmod 600.',
  },
  'key-not-found': {
    title: 'Šādas atslēgas nav',
    remedy: 'Uzturētājam tā jāizveido ar komandu keygen vai jānoliek atpakaļ savā vietā.',
  },
  'ledger-mismatch': {
    title: 'Reģistrs pieder citai adresei',
    remedy:
      'Iestatiet PUBLIC_URL uz adresi, kurai reģistrs izveidots, vai sāciet ar jaunu reģistru.',
  },
  'ledger-busy': {
    title: 'Reģistru izmanto cits process',
    remedy: 'Mēģiniet vēlreiz pēc dažām sekundēm.',
  },
  'catalogue-invalid': {
    title: 'Katalogā ir kļūdas',
    remedy: 'Izlabojiet katru vietu, kas norādīta sīkākajā informācijā.',
  },
  'settings-invalid': {
    title: 'Iestatījumos ir kļūdas',
    remedy: 'Izlabojiet katru iestatījumu, kas norādīts sīkākajā informācijā, un sāciet no jauna.',
  },
}
