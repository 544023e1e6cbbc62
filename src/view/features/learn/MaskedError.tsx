import { LEARN_TEXTS } from './messages'
import { useMemo } from 'react'
import type { Draft } from '../../../draft/draft'
import { ErrorText } from './CaseSheet'
import { maskedError } from './masked'

/** The error of an exercise without what tells its answer; nothing where nothing was pasted. */
export function MaskedError({ draft: { paste } }: { readonly draft: Draft }) {
  const masked = useMemo(() => maskedError(paste), [paste])
  if (paste === '') return null
  if (masked !== null) return <ErrorText text={masked} />
  return <p className="text-sm text-muted">{LEARN_TEXTS.awsRefusedTheRequest}</p>
}
