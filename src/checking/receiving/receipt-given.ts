import { Refusal } from '../../errors.ts'

/** What was handed in is a receipt; its token goes along, for whoever can read it. */
export class ReceiptGiven extends Refusal {
  readonly token: string

  constructor(token: string) {
    super('receipt-given', 'This is a receipt of a check, not a credential')
    this.token = token
  }
}
