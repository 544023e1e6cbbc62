/** A policy that says nothing. */
export const EMPTY_POLICY = { Version: '2012-10-17', Statement: [] }
