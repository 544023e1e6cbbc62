import type { Answer } from '../../../explanation/answer'
import type { ScopedRemedy } from '../../../explanation/fixes/remedies'
import { isOfCall } from '../../../explanation/steps/of-call'

/** What the page asks first stands beside the causes, with its commands: the tabs say the rest. */
export function besideQuestion<Told extends ScopedRemedy>(remedies: Told, { question, causes }: Answer): Told {
  // The check of the one cause takes the place of a look into the log.
  const isChecked = !question && causes.length === 1 && Boolean(causes[0]?.check?.command)
  return {
    ...remedies,
    instructions: remedies.instructions.filter(({ kind, page }) => kind !== 'check' || page !== question?.page),
    steps: remedies.steps.filter((step) => !isOfCall(step) || (isChecked && step.code === 'recent-denials')),
  }
}

/** What to do first where one question comes first: what has a blank to fill in gives way to who called, which the page asks beside it. */
export function shownFirst({ primary, steps }: ScopedRemedy): ScopedRemedy['primary'] {
  const who = primary.kind === 'none' ? steps.find(({ code }) => code === 'who-am-i')?.commands[0] : undefined
  return who ? { kind: 'copy-caller-check', command: who } : primary
}
