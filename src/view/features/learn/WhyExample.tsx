import { useMemo } from 'react'
import { buildCase } from '../../../draft/build/build-case'
import { exampleOfCode } from '../../../diagnosis/code-examples'
import { errorFragment } from '../../../permalink/error-link'
import { useIntake } from '../../state/intake'
import { Button, buttonClass } from '../../ui/Button'
import { ErrorText, PolicyTexts, RequestTable } from './CaseSheet'
import { WHY_WORDS } from './messages'
import { policiesOfDraft } from './policies-of-draft'
import { WhyPart } from './WhyPart'

/** The case that shows a code: its error and its policies, to open in the workbench. */
export function WhyExample({ code }: { readonly code: string }) {
  const { openDraft } = useIntake()
  const example = useMemo(() => exampleOfCode(code), [code])
  if (example === null) return null
  const isErrorAlone = example.paste !== '' && policiesOfDraft(example).length === 0
  return (
    <WhyPart title={WHY_WORDS.example}>
      {example.paste !== '' ? <ErrorText text={example.paste} /> : <RequestTable built={buildCase(example)} />}
      <PolicyTexts draft={example} />
      {isErrorAlone ? (
        <a href={errorFragment(example.paste)} className={buttonClass('secondary')}>
          {WHY_WORDS.open}
        </a>
      ) : (
        <Button onClick={() => openDraft(example)}>{WHY_WORDS.open}</Button>
      )}
    </WhyPart>
  )
}
