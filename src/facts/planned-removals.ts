/** What a plan takes away from a resource, so that a call is made which nobody may have meant. */
interface PlannedRemoval {
  /** The actions that the call asks for, in lower case. */
  readonly actions: readonly string[]
  /** How a plan shows it: the argument that becomes null, and the value that it had. */
  readonly shows: RegExp
}

/** Each guard that keeps such a thing on says why the call is refused; to keep the argument is to make no call. */
const PLANNED_REMOVALS: readonly PlannedRemoval[] = [
  {
    actions: ['iam:deleterolepermissionsboundary', 'iam:deleteuserpermissionsboundary'],
    shows: /-\s{1,4}(permissions_boundary)\s{0,40}=\s{0,4}"([^"\n]{1,300})"\s{0,4}->\s{0,4}null/,
  },
]

/** The argument that a plan in a text removes by a call, with the value that it had; null: none. */
export function removedByPlan(
  text: string,
  action: string,
): { readonly argument: string; readonly was: string } | null {
  const row = PLANNED_REMOVALS.find(({ actions }) => actions.includes(action.toLowerCase()))
  const [, argument, was] = (row && row.shows.exec(text.slice(0, 50_000))) ?? []
  return argument === undefined || was === undefined ? null : { argument, was }
}
