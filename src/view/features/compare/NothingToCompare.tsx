import { FlaskConical } from 'lucide-react'
import { Button } from '../../ui/Button'
import { COMPARE_WORDS } from './compare-words'

const statement = (actions: readonly string[], resource: string) => ({
  Sid: 'Deploy',
  Effect: 'Allow',
  Action: actions,
  Resource: `arn:aws:s3:::my-bucket/${resource}`,
})

const sample = (actions: readonly string[], resource: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement(actions, resource)] }, null, 2)

interface NothingToCompareProps {
  readonly onSample: (before: string, after: string) => void
}

/** What the page shows before it has two policies, and a pair to try. */
export function NothingToCompare({ onSample }: NothingToCompareProps) {
  return (
    <div className="mt-2 flex flex-col items-start gap-3 rounded-lg border border-dashed border-line-strong p-4">
      <p className="text-sm text-muted">{COMPARE_WORDS.nothingYet}</p>
      <Button
        icon={<FlaskConical size={15} aria-hidden />}
        onClick={() =>
          onSample(sample(['s3:PutObject', 's3:DeleteObject'], 'releases/*'), sample(['s3:PutObject'], '*'))
        }
      >
        {COMPARE_WORDS.trySample}
      </Button>
    </div>
  )
}
