import { code, say, strong, type Phrase } from '../../text/phrase'

interface UncountedFacts {
  readonly policy: string
  readonly action: string
  readonly caller: string
}

/** What is said of policies that do not count as the caller's. */
export const UNCOUNTED = {
  name: ({ policy, caller }: UncountedFacts): Phrase =>
    say`${strong(policy)} isn’t counted: it’s named after another role or user, and ${code(caller)} made the call.`,
  claim: ({ policy, action, caller }: UncountedFacts): Phrase =>
    say`${strong(policy)} isn’t counted: it allows ${code(action)}, and AWS says that no policy of ${code(caller)} does. So it belongs to someone else, or was attached later.`,
  denies: ({ policy, action, caller }: UncountedFacts): Phrase =>
    say`${strong(policy)} isn’t counted: it denies ${code(action)}, and for a Deny in a policy of ${code(caller)} AWS would say “with an explicit deny”. So it belongs to someone else, or was attached later.`,
  newest: ({ policy, action, caller }: UncountedFacts): Phrase =>
    say`${strong(policy)} isn’t counted: its newest version allows ${code(action)}, and AWS says that no policy of ${code(caller)} does. AWS checked an older version, or it isn’t attached.`,
  said: ({ caller }: Pick<UncountedFacts, 'caller'>): Phrase =>
    say`AWS’s message says so. The rest of what you pasted shows why, if it’s attached to ${code(caller)}.`,
} as const
