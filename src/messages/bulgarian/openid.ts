import type { OpenIdMessages } from '../openid-messages.ts'

export const openIdBulgarian: OpenIdMessages = {
  txCode: 'Шестте цифри до QR кода, на страницата, от която поискахте удостоверението.',
}
