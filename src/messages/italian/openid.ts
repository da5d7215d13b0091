import type { OpenIdMessages } from '../openid-messages.ts'

export const openIdItalian: OpenIdMessages = {
  txCode:
    'Le sei cifre accanto al codice QR, nella pagina da cui è stato richiesto il certificato.',
}
