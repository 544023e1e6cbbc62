import { PREVIEW } from '../../../lessons/preview'
import { useIntake } from '../../state/intake'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'

const codeClass = 'rounded-lg border border-line bg-surface py-2 text-xs leading-5 whitespace-pre-wrap text-muted'

/** An example already answered: what an error and a policy come to. It is part of no case and of no link. */
export function ExamplePreview() {
  const { openDraft } = useIntake()
  const { example, headline, fact, line, policy, fix } = PREVIEW
  return (
    <section aria-label="Example" className="flex flex-col gap-3 pt-2">
      <div className="flex items-center justify-between gap-3">
        <p className="flex items-center gap-2 text-sm text-muted">
          <Badge tone="accent">Example</Badge>
          This is what you get.
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
      <pre className={codeClass} tabIndex={0} aria-label="The policy of the example">
        {policy.map((text, index) => (
          <code key={index} className={classNames('block px-3', index + 1 === line && 'bg-deny-soft text-ink')}>
            <span aria-hidden className="mr-3 inline-block w-5 text-right text-faint select-none">
              {index + 1}
            </span>
            {text}
          </code>
        ))}
      </pre>
      <p className="text-sm font-medium text-muted">The least statement that answers it</p>
      <pre className={codeClass} tabIndex={0} aria-label="The fix of the example">
        {JSON.stringify(fix, null, 2)
          .split('\n')
          .map((text, index) => (
            <code key={index} className="block bg-allow-soft px-3 text-ink">
              <span aria-hidden className="mr-2 text-muted select-none">
                +
              </span>
              {text}
            </code>
          ))}
      </pre>
    </section>
  )
}
