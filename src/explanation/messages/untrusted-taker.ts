import { code, codes, say, type Phrase } from '../../text/phrase'

/** What the sentences on a role are told from that another service may assume than the one that works with it. */
export interface UntrustedFacts {
  readonly service: string
  /** The services that its trust policy names. */
  readonly trusted: readonly string[]
}

/** A service works with a role that trusts others. */
export const UNTRUSTED_TAKER = {
  title: ({ service }: UntrustedFacts): string => `The role’s trust policy doesn’t name ${service}.`,
  sentence: ({ service, trusted }: UntrustedFacts): Phrase =>
    say`${code(service)} works with this role, and has to be able to assume it. The trust policy you pasted names only ${codes(trusted)}.`,
  remedy: ({ service }: UntrustedFacts): Phrase =>
    say`Name ${code(service)} in the role’s trust policy. As long as it can’t assume the role, no other permission helps.`,
} as const
