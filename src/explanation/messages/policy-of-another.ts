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
  /** The text gives each of two roles its place: the one that called is the one that has to. */
  move: (facts: HolderFacts, slot: string): Phrase =>
    say`Allow ${code(facts.action)} in ${code(facts.caller)}: this call is made as ${code(slot)}. ${strong(facts.policy)} doesn’t need it for that.`,
  /** `how`: what makes such a caller call as another. */
  remedy: (facts: HolderFacts, how: Phrase | null): Phrase =>
    how === null
      ? say`Make the call as ${holderPhrase(facts)}. If ${code(facts.caller)} is right to call, attach ${strong(facts.policy)} to it too.`
      : say`Make the call as ${holderPhrase(facts)}. ${how}`,
} as const

/** Where a given policy shows that another called than was meant to: no policy is to be changed first. */
export const WRONG_CALLER = {
  'roles-exchanged': {
    title: 'Two roles stand in each other’s place.',
    says: '`{slot}` is `{caller}`, and `{otherSlot}` is `{holder}`. Only `{holder}` allows `{action}`, and by the names the two are exchanged.',
    fix: 'Set `{slot}` to `{holder}`, and `{otherSlot}` to `{caller}`. Neither role needs another permission. If they are meant as they are, allow `{action}` in `{caller}`.',
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  },
  'called-by-another': {
    title: 'Another identity made the call than the policy is for.',
    says: '`{policy}` allows `{action}`, and by its name it’s of account `{other}`. The call was made as `{caller}` of account `{own}`.',
    fix: 'Make the call with the credentials of account `{other}`: don’t export others before it, or unset them. `aws sts get-caller-identity` shows whose they are. If `{caller}` is right to call, allow `{action}` in its own policies and in the resource’s policy.',
    page: 'https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html',
  },
} as const
