import { LEARN_TEXTS } from './messages'
import { useMemo } from 'react'
import type { Draft } from '../../../draft/draft'
import { ErrorText } from './CaseSheet'
import { errorAlone, maskedError } from './masked'

/** The error of an exercise without what tells its answer; nothing where nothing was pasted. */
export function MaskedError({ draft }: { readonly draft: Draft }) {
  const masked = useMemo(() => maskedError(errorAlone(draft)), [draft])
  if (draft.paste === '') return null
  if (masked !== null) return <ErrorText text={masked} />
  return <p className="text-sm text-muted">{LEARN_TEXTS.awsRefusedTheRequest}</p>
}
