import { TRAIL_TEXTS } from './messages'
import { FlaskConical } from 'lucide-react'
import { openEvents } from '../../state/log/trail-store'
import { Button } from '../../ui/Button'
import { OpenLog } from './OpenLog'

const SAMPLE_EVENTS = 20_000

const openSample = () => openEvents(sampleFiles, 'sample.json')

async function sampleFiles() {
  const { sampleTrail } = await import('../../../trail/sample-trail')
  const records = [...sampleTrail({ events: SAMPLE_EVENTS, seed: 2_026 })]
  const blob = new Blob([JSON.stringify({ Records: records })])
  return [{ name: 'sample.json', blob, isDeflated: false }]
}

/** The log view before it has a log: what it takes, and a sample to try. */
export function EmptyTrail() {
  return (
    <div className="flex flex-col items-start gap-4 rounded-xl border border-dashed border-line-strong bg-surface px-6 py-10 sm:items-center sm:text-center">
      <p className="text-base font-semibold">Drop a log, a trail or a folder here</p>
      <p className="max-w-xl text-sm text-balance text-muted">{TRAIL_TEXTS.ofAnySizeCloudtrail}</p>
      <div className="flex flex-wrap gap-2 sm:justify-center">
        <OpenLog look="primary" />
        <Button icon={<FlaskConical size={15} aria-hidden />} onClick={() => void openSample()}>
          Try a sample
        </Button>
      </div>
    </div>
  )
}
