import type { HouseRefusals } from '../house-messages.ts'

export const houseRefusalsEnglish: HouseRefusals = {
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
  'ledger-mismatch': {
    title: 'The register belongs to another address',
    remedy:
      'Set PUBLIC_URL to the address the register was made for, or start with a new register.',
  },
  'ledger-busy': {
    title: 'The register is in use by another process',
    remedy: 'Try again in a few seconds.',
  },
  'catalogue-invalid': {
    title: 'The catalogue has mistakes',
    remedy: 'Correct each place named in the details.',
  },
  'settings-invalid': {
    title: 'The settings have mistakes',
    remedy: 'Correct each setting named in the details and start again.',
  },
}
