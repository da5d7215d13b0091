import type { KeyRefusals } from '../key-messages.ts'

export const keyRefusalsEnglish: KeyRefusals = {
  'key-unusable': {
    title: 'The signing key cannot be used',
    remedy: 'The operator should look at the key file named in the details.',
  },
  'key-permissions': {
    title: 'The key file can be read by others',
    remedy: 'The operator should let only the service read it: chmod 600.',
  },
  'key-not-found': {
    title: 'There is no such key',
    remedy: 'The operator should create one with the keygen command, or put it back in its place.',
  },
}
