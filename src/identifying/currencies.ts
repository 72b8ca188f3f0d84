/** How sums of money are named. */
export const CURRENCIES =
  'pound pounds quid dollar dollars bucks grand euro euros pence cent cents rupiah ringgit usd gbp eur idr sgd myr aud'.split(
    ' ',
  )
