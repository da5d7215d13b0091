export const funnelStages = [
  'learners',
  'began',
  'area',
  'gained',
  'completed',
  'participated',
  'eligible',
  'enrolled',
] as const

export type FunnelStage = (typeof funnelStages)[number]

export const deliveryStates = [
  'sent',
  'waiting',
  'refused',
  'bounced',
  'unclear',
  'made',
  'used',
] as const

export type DeliveryState = (typeof deliveryStates)[number]

/** Words of the figures at the operator's desk. */
export interface StatisticsMessages {
  readonly title: string
  readonly lead: string
  readonly course: string
  readonly run: string
  readonly show: string
  readonly none: string
  /** That few complete; counts are written already, all but the first with their share. */
  inWords(learners: string, completed: string): string
  /** And that many gain. */
  gainedInWords(gained: string): string
  /** What a picture is, before its table. */
  chart(title: string): string
  readonly takeAway: string
  readonly funnel: {
    readonly title: string
    readonly columns: { readonly stage: string; readonly learners: string; readonly share: string }
    readonly stages: Readonly<Record<FunnelStage, string>>
    readonly note: string
  }
  readonly badges: {
    readonly title: string
    readonly columns: {
      readonly achievement: string
      readonly issued: string
      readonly revoked: string
    }
  }
  readonly specializations: {
    readonly title: string
    readonly columns: {
      readonly specialization: string
      readonly eligible: string
      readonly enrolled: string
    }
  }
  readonly deliveries: {
    readonly title: string
    readonly columns: { readonly state: string; readonly count: string }
    readonly states: Readonly<Record<DeliveryState, string>>
  }
  readonly checks: {
    readonly title: string
    readonly columns: {
      readonly day: string
      readonly achievement: string
      readonly way: string
      readonly verdict: string
      readonly count: string
    }
    readonly ways: Readonly<Record<'page' | 'handed-in', string>>
    readonly none: string
    readonly note: string
  }
}
