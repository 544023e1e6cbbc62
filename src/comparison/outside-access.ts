import { parseArn } from '../iam/arn'
import { parsePrincipal } from '../iam/principal'
import type { AccessChange, AccessComparison } from './comparison'

/** Whom from outside of the resource's account new access reaches. */
export interface OutsideAccess {
  /** Anyone, signed in to some account or not at all. */
  readonly isPublic: boolean
  /** Callers of any account that meet the conditions of a statement. */
  readonly isConditional: boolean
  /** Other accounts whose callers the policies let in. */
  readonly accounts: readonly string[]
}

const ownerOf = ({ witness: { request } }: AccessChange): string =>
  parseArn(request.resource)?.account || (request.resourceAccount ?? '')

/** The account of each caller whom a policy names, or whose account it names, where that does not own the resource. */
const accountsOf = (change: AccessChange): readonly string[] =>
  change.callers.flatMap(({ principal, is }) => {
    const account = is === 'named' || is === 'other-of-account' ? parsePrincipal(principal)?.account : null
    return account && account !== ownerOf(change) ? [account] : []
  })

/** Whom from outside what is new reaches: public access, and access across accounts. */
export function outsideAccess({ opened: { changes } }: AccessComparison): OutsideAccess {
  const isPublic = changes.some((change) => change.isPublic)
  const isConditional = changes.some(
    (change) => !change.isPublic && change.callers.some(({ is }) => is === 'other-account'),
  )
  return { isPublic, isConditional, accounts: [...new Set(changes.flatMap(accountsOf))].toSorted() }
}
