import type { OpenIdMessages } from '../openid-messages.ts'

export const openIdLatvian: OpenIdMessages = {
  txCode: 'Seši cipari blakus QR kodam lapā, kurā pieprasījāt apliecinājumu.',
}
