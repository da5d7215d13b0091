import type { OpenIdMessages } from '../openid-messages.ts'

export const openIdGreek: OpenIdMessages = {
  txCode: 'Τα έξι ψηφία δίπλα στον κωδικό QR, στη σελίδα όπου ζητήσατε το πιστοποιητικό.',
}
