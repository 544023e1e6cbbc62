import type { Draft } from '../../draft/draft'
import type { IntakeNotice } from './notices'
import type { WorkAction } from './work'

/** Says something of what came in. */
export const notices = (...notices: readonly IntakeNotice[]): WorkAction => ({ kind: 'tell', notices })

/** The text in the box as it is, until it can be read. */
export const asTyped = (text: string): WorkAction => ({
  kind: 'edit',
  edit: (draft) => ({ ...draft, paste: text }),
  group: 'paste',
})

/** A take that says which draft came of it. */
export function withResult(
  action: WorkAction & { readonly kind: 'take' },
  onResult: (draft: Draft) => void,
): WorkAction {
  return {
    ...action,
    take: (draft, asked) => {
      const taken = action.take(draft, asked)
      onResult(taken.draft)
      return taken
    },
  }
}
