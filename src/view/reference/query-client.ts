import { QueryClient } from '@tanstack/react-query'

/** Holds what has been read of the reference, and the state of the AWS check; never keyed by a secret. */
export const QUERY_CLIENT = new QueryClient({
  // What is asked is asked: without a network it fails and says so, in place of waiting for one.
  defaultOptions: { queries: { networkMode: 'always' }, mutations: { networkMode: 'always' } },
})
