// A lifetime is shorter; a stated number that is larger counts as this.
const most = 1_000_000

/**
 * Hours or credits as a whole number of thousandths, so that sums neither depend on the order of their parts nor miss a
 * threshold by the last binary digit. What is no amount, or less than nothing, is nothing.
 */
export const thousandths = (amount: number | null): number =>
  amount !== null && amount > 0 ? Math.round(Math.min(amount, most) * 1000) : 0

export const fromThousandths = (amount: number): number => amount / 1000
