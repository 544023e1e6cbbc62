import { parsePrincipal } from '../iam/principal'
import type { CallTrapId } from './call-traps'
import type { Facts } from './knowledge'
import { serviceOfAction } from '../iam/action'

/** What shows that the call was made as somebody else than was meant: the row, the words that show it, and what fills its sentences. */
export interface WrongCaller {
  readonly id: CallTrapId
  readonly words: readonly string[]
  readonly facts: Facts
  /** The layer that has to let in who is meant, where it is not the caller’s own. */
  readonly of?: 'trust' | 'resource'
}

/** The account of a caller; empty where that is not known. */
export const accountOf = (principal: string | null): string => parsePrincipal(principal ?? '')?.account ?? ''

/** Is a caller's name that of a profile, or does it hold it? */
export const isCalled = (principal: string, name: string): boolean =>
  parsePrincipal(principal)?.name.toLowerCase().includes(name.toLowerCase()) === true

/** Is it a call of STS, which is made with other credentials than those that it gives? */
export const isOfSts = (action: string | null): boolean => serviceOfAction(action ?? '') === 'sts'
