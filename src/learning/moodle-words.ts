/**
 * What Moodle calls the identity fields of a user in the languages of our sites. A field that is not here is found by
 * what it holds or left alone; nothing depends on this list being complete.
 */
const identityWords = {
  email: [
    'Email address',
    'Email',
    'E-mail',
    'Indirizzo email',
    'Indirizzo e-mail',
    'Διεύθυνση ηλεκτρονικού ταχυδρομείου',
    'Διεύθυνση email',
    'Ηλεκτρονική διεύθυνση',
    'Ηλεκτρονικό ταχυδρομείο',
    'Адрес на е-поща',
    'Адрес на електронна поща',
    'Имейл адрес',
    'Имейл',
    'Електронна поща',
    'Е-поща',
    'E-pasta adrese',
    'E-pasts',
  ],
  idNumber: [
    'ID number',
    'Codice identificativo',
    'Numero identificativo',
    'Numero ID',
    'Codice ID',
    'Αριθμός ταυτότητας',
    'Αριθμός ID',
    'Κωδικός αριθμός',
    'Αναγνωριστικός αριθμός',
    'Идентификационен номер',
    'ID номер',
    'ID numurs',
    'Identifikācijas numurs',
  ],
  username: [
    'Username',
    'Nome utente',
    'Όνομα χρήστη',
    'Потребителско име',
    'Lietotājvārds',
    'Lietotāja vārds',
  ],
} as const

export type IdentityField = keyof typeof identityWords

const fieldOf = new Map<string, IdentityField>(
  (['email', 'idNumber', 'username'] as const).flatMap((field) =>
    identityWords[field].map((word) => [plainText(word), field] as const),
  ),
)

export function identityField(header: string): IdentityField | null {
  return fieldOf.get(plainText(header)) ?? null
}

/** A text for comparison: lower case, no accents, entities decoded, punctuation and spaces folded. */
export function plainText(text: string): string {
  return text
    .replace(/&(amp|quot|lt|gt|nbsp|#0?39);/g, (_, name: string) => entities[name] ?? ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>' }
