import type { OpenIdMessages } from '../openid-messages.ts'

export const openIdEnglish: OpenIdMessages = {
  txCode: 'The six digits beside the QR code, on the page where you asked for the credential.',
}
