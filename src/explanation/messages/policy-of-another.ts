import { code, say, strong, type Phrase } from '../../text/phrase'

/** What the sentences on a policy of another role or user are told from. */
interface HolderFacts {
  readonly policy: string
  readonly action: string
  readonly caller: string
  /** What the policy is attached to, by name; null: the text gives no name. */
  readonly holder: string | null
  readonly kind: 'role' | 'user'
}

const holderPhrase = ({ holder, kind }: HolderFacts): Phrase =>
  holder === null ? (kind === 'role' ? say`a role` : say`another user`) : say`the ${kind} ${code(holder)}`

/** A policy of the text allows the request, and belongs to another role or user than the caller. */
export const POLICY_OF_ANOTHER = {
  sentence: (facts: HolderFacts): Phrase =>
    say`${strong(facts.policy)} allows ${code(facts.action)}, but it’s attached to ${holderPhrase(facts)}, and ${code(facts.caller)} made the call.`,
  /** `how`: what makes such a caller call as another. */
  remedy: (facts: HolderFacts, how: Phrase | null): Phrase =>
    how === null
      ? say`Make the call as ${holderPhrase(facts)}. If ${code(facts.caller)} is right to call, attach ${strong(facts.policy)} to it too.`
      : say`Make the call as ${holderPhrase(facts)}. ${how}`,
} as const
