import type { KeyRefusals } from '../key-messages.ts'

export const keyRefusalsLatvian: KeyRefusals = {
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
}
