/** What a text is read for: the request, as far as it is known. */
export interface AboutRequest {
  readonly principal: string
  readonly action: string
  readonly resource: string
}
