import { useMemo } from 'react'
import { ONE_SCRIPT } from '../../../explanation/messages/steps'
import { oneScript, scriptTitle } from '../../../explanation/steps/one-script'
import { useDiagnosis } from '../../state/workbench'
import { CommandLines } from '../../ui/CommandLines'

/** One script that fetches all policies that are not given, above the box that takes what it prints. */
export function FetchScript() {
  const { situation } = useDiagnosis()
  const script = useMemo(() => situation && oneScript(situation), [situation])
  if (script === null || situation === null) return null
  const title = scriptTitle(situation)
  return (
    <section aria-label={title} className="flex w-full flex-col gap-1.5">
      <h3 className="text-sm font-semibold">{title}</h3>
      <p className="text-xs text-muted">{ONE_SCRIPT.text}</p>
      <CommandLines title={ONE_SCRIPT.label} line={script} isTall />
    </section>
  )
}
