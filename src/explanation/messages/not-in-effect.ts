import { code, codes, say, strong, type Phrase } from '../../text/phrase'

/** What the sentences on a policy that the caller doesn’t have are told from. */
export interface NotInEffectFacts {
  readonly policy: string
  readonly action: string
  readonly caller: string
  readonly kind: 'user' | 'role'
  /** What was printed in its place: groups, policies or holders. */
  readonly printed: readonly string[]
  /** The group that has the policy. */
  readonly group: string
  /** What the text says of it: in its words, or the version in effect. */
  readonly said: string
  /** The version that was pasted. */
  readonly version: string
}

const instead = (printed: readonly string[]): Phrase =>
  printed.length === 0 ? say`The list that you pasted is empty.` : say`The list that you pasted has ${codes(printed)}.`

/** A policy that was pasted allows the request, and a list beside it shows that the caller doesn’t have it. */
export const NOT_IN_EFFECT = {
  'not-in-group': {
    sentence: ({ policy, action, caller, group, printed }: NotInEffectFacts): Phrase =>
      say`${strong(policy)} allows ${code(action)}, but ${code(caller)} isn’t in the group ${code(group)}. ${instead(printed)}`,
    remedy: ({ caller, group }: NotInEffectFacts): Phrase =>
      say`Add ${code(caller)} to the group ${code(group)}, if it should have what the group has. The policy needs no change.`,
  },
  'not-attached': {
    sentence: ({ policy, action, caller, kind, printed }: NotInEffectFacts): Phrase =>
      say`${strong(policy)} allows ${code(action)}, but it isn’t attached to the ${kind} ${code(caller)}. ${instead(printed)}`,
    remedy: ({ policy, caller, kind }: NotInEffectFacts): Phrase =>
      say`Attach ${strong(policy)} to the ${kind} ${code(caller)}. The policy needs no change.`,
  },
  'attached-to-another': {
    sentence: ({ policy, action, caller, kind, printed }: NotInEffectFacts): Phrase =>
      printed.length === 0
        ? say`${strong(policy)} allows ${code(action)}, but it isn’t attached to anything.`
        : say`${strong(policy)} allows ${code(action)}, but it’s attached to ${codes(printed)} and not to the ${kind} ${code(caller)}.`,
    remedy: ({ policy, caller, kind }: NotInEffectFacts): Phrase =>
      say`Attach ${strong(policy)} to the ${kind} ${code(caller)}. The policy needs no change.`,
  },
  'attached-since': {
    sentence: ({ policy, action, said }: NotInEffectFacts): Phrase =>
      say`${strong(policy)} allows ${code(action)}, but it wasn’t attached yet when the call was made: “${said}”.`,
    remedy: (): Phrase =>
      say`There is nothing to change. A policy counts from when it’s attached, which can take some seconds.`,
  },
  'other-version': {
    sentence: ({ policy, action, said, version }: NotInEffectFacts): Phrase =>
      say`${strong(policy)} allows ${code(action)} in version ${code(version)}, but the default version is ${code(said)}, and only that one counts.`,
    remedy: ({ policy, version }: NotInEffectFacts): Phrase =>
      say`Make version ${code(version)} of ${strong(policy)} the default version. The policy needs no other change.`,
  },
} as const
