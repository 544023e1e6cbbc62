import type { Draft } from './draft'

/** Are there policies and nothing else: no error, no test, and no request that they could be asked about? */
export const arePoliciesAlone = ({ paste, request, tests, layers }: Draft): boolean =>
  paste === '' &&
  Object.keys(request).length === 0 &&
  (tests ?? []).length === 0 &&
  Object.values(layers).some(({ state }) => state === 'given')
