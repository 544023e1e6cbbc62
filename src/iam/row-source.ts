/**
 * The day on which a row was compared with the text of its page, or with AWS's data behind it; `unconfirmed` where it was
 * not, or not all of it was found there: such a row is told as no more than possible.
 */
export type Confirmed = `${number}-${number}-${number}` | 'unconfirmed'

/** What each row on AWS stands on. */
export interface RowSource {
  /** The AWS page that says so, or the provider's page for what is not AWS's. */
  readonly page: string
  readonly confirmed: Confirmed
}
