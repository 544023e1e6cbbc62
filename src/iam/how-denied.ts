/** How a request is denied, in AWS's own words: by a Deny, or since nothing allows it that would have to. */
export type HowDenied = 'explicitDeny' | 'implicitDeny'

/** Is it one of the two: did a request, or a layer, end in a denial? */
export const isDenial = (status: string | null | undefined): status is HowDenied =>
  status === 'explicitDeny' || status === 'implicitDeny'
