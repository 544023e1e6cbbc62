import { useMemo } from 'react'
import { buildCase } from '../../../draft/build/build-case'
import { exampleOfCode } from '../../../diagnosis/code-examples'
import { useIntake } from '../../state/intake'
import { Button } from '../../ui/Button'
import { ErrorText, PolicyTexts, RequestTable } from './CaseSheet'
import { WHY_WORDS } from './messages'
import { WhyPart } from './WhyPart'

/** The case that shows a code: its error and its policies, to open in the workbench in place of the case there. */
export function WhyExample({ code }: { readonly code: string }) {
  const { openDraft } = useIntake()
  const example = useMemo(() => exampleOfCode(code), [code])
  if (example === null) return null
  return (
    <WhyPart title={WHY_WORDS.example}>
      {example.paste !== '' ? <ErrorText text={example.paste} /> : <RequestTable built={buildCase(example)} />}
      <PolicyTexts draft={example} />
      <Button onClick={() => openDraft(example)}>{WHY_WORDS.open}</Button>
    </WhyPart>
  )
}
