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
