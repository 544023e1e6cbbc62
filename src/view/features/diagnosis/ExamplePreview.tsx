import { DIAGNOSIS_TEXTS } from './messages'
import { PREVIEW } from '../../../lessons/preview'
import { ExampleCode, ExamplePolicy } from '../../shared/ExampleCode'
import { useIntake } from '../../state/intake'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'

/** An example already answered: what an error and a policy come to. It is part of no case and of no link. */
export function ExamplePreview() {
  const { openDraft } = useIntake()
  const { example, headline, fact, line, policy, fix } = PREVIEW
  return (
    <section aria-label="Example" className="flex flex-col gap-3 pt-2">
      <div className="flex items-center justify-between gap-3">
        <p className="flex items-center gap-2 text-sm text-muted">
          <Badge tone="accent">Example</Badge>
          {DIAGNOSIS_TEXTS.thisIsWhatYou}
        </p>
        <Button size="small" onClick={() => openDraft(example.draft)}>
          Open this example
        </Button>
      </div>
      <div>
        <p className="text-lg font-semibold text-muted">{headline}</p>
        <p className="text-sm text-muted">
          Line {line}: {fact}
        </p>
      </div>
      {/* Where there is a pane for policies, it stands there. */}
      <div className="desk:hidden">
        <ExamplePolicy lines={policy} decisive={line} />
      </div>
      <p className="text-sm font-medium text-muted">The smallest statement that fixes it</p>
      <ExampleCode
        name="The fix of the example"
        lines={JSON.stringify(fix, null, 2).split('\n')}
        markOf={() => '+'}
        lookOf={() => 'bg-allow-soft text-ink'}
      />
    </section>
  )
}
