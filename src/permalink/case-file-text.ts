import { caseFromDraft } from '../draft/file/case-file'
import type { Draft } from '../draft/draft'
import type { Withheld } from './link-messages'
import { redactForLink } from './redact-for-link'

/** The case of a draft as the text of a file, without credentials, and what was taken out. */
export function writeCaseFile(draft: Draft): { readonly text: string; readonly withheld: readonly Withheld[] } {
  const { draft: kept, withheld } = redactForLink(draft)
  return { text: `${JSON.stringify(caseFromDraft(kept), null, 2)}\n`, withheld }
}
