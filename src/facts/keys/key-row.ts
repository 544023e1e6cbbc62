/** Where a fact about a condition key comes from. */
export interface KeySource {
  /** The page of AWS that says it. */
  readonly page: string
  /** The day on which the row was compared with its page. */
  readonly confirmed: string
}
