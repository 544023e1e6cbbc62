import { useRef } from 'react'
import { DiagnosisPane } from '../features/diagnosis/DiagnosisPane'
import { EvidencePane } from '../features/evidence/EvidencePane'
import { OfflineLine } from '../features/offline/OfflineLine'
import { PolicyPane } from '../features/policies/PolicyPane'
import { TrailLink } from '../features/trail/TrailLink'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { lazyPart } from '../ui/lazy-part'
import { focusLandmark, LANDMARKS } from '../ui/landmarks'
import { Splitter } from '../ui/Splitter'
import { Header } from './Header'
import { PaneFrame } from './PaneFrame'
import { usePageDrop } from '../state/open-text'
import { useEngineOnIntent } from '../state/engine'
import { useIntake } from '../state/intake'
import { OfShownCheck, ShownCheckProvider } from '../state/ShownCheck'
import { useShownCheck } from '../state/shown-check'
import { VerdictBar } from './VerdictBar'

const AwsCheck = lazyPart(async () => (await import('../features/aws/AwsCheck')).default)

// Elements that are made once: what they stand in is not drawn again for them.
const AWS_CHECK = <AwsCheck />
const TRAIL_LINK = <TrailLink />
const OFFLINE_LINE = <OfflineLine />

/** The policies as the shown check meets them. Each check has an editor of its own, so that no step back crosses over. */
function ShownPolicies() {
  const shown = useShownCheck()?.shown ?? 0
  return (
    <OfShownCheck>
      <PolicyPane key={shown} />
    </OfShownCheck>
  )
}

/** Three columns that can be resized; on a narrow page one column in the same order, with the verdict in reach. */
export function Workbench() {
  const columns = useRef<HTMLElement>(null)
  const { takeText, takeFile } = useIntake()
  useEngineOnIntent()
  const isOver = usePageDrop(takeText, takeFile)
  return (
    <ShownCheckProvider>
      <div className="flex min-h-dvh flex-col desk:h-dvh">
        <a
          href={`#${LANDMARKS.diagnosis}`}
          onClick={(event) => {
            event.preventDefault()
            focusLandmark('diagnosis')
          }}
          className="sr-only z-50 rounded-md bg-accent-solid px-3 py-2 text-sm text-on-accent focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
        >
          Skip to the diagnosis
        </a>
        <ErrorBoundary>
          <Header />
        </ErrorBoundary>
        <main
          ref={columns}
          className="min-h-0 flex-1 pb-14 desk:grid desk:grid-cols-[var(--evidence,23rem)_0_minmax(0,1fr)_0_var(--diagnosis,28rem)] desk:pb-0"
        >
          <PaneFrame id="evidence" name="Evidence">
            <EvidencePane belowBox={TRAIL_LINK} footer={OFFLINE_LINE} />
          </PaneFrame>
          <div className="max-desk:hidden desk:contents">
            <Splitter
              label="Width of the evidence"
              controls="evidence"
              host={columns}
              variable="--evidence"
              start={368}
              min={260}
              max={640}
              direction={1}
            />
          </div>
          <PaneFrame id={LANDMARKS.policies} name="Policies" className="max-desk:border-t max-desk:border-line">
            <h2 className="sr-only">Policies</h2>
            <ShownPolicies />
          </PaneFrame>
          <div className="max-desk:hidden desk:contents">
            <Splitter
              label="Width of the diagnosis"
              controls={LANDMARKS.diagnosis}
              host={columns}
              variable="--diagnosis"
              start={448}
              min={320}
              max={820}
              direction={-1}
            />
          </div>
          <PaneFrame id={LANDMARKS.diagnosis} name="Diagnosis" className="max-desk:border-t max-desk:border-line">
            <div className="p-4 desk:px-5">
              <h2 className="eyebrow mb-2 flex h-6 items-center">Diagnosis</h2>
              <OfShownCheck>
                <DiagnosisPane awsCheck={AWS_CHECK} />
              </OfShownCheck>
            </div>
          </PaneFrame>
        </main>
        <ErrorBoundary fallback={() => null}>
          <OfShownCheck>
            <VerdictBar />
          </OfShownCheck>
        </ErrorBoundary>
        {isOver && (
          <div
            aria-hidden
            className="pointer-events-none fixed inset-3 z-50 grid place-items-center rounded-2xl border-2 border-dashed border-accent bg-accent-soft/90 text-lg font-semibold text-accent"
          >
            Drop it to read it here
          </div>
        )}
      </div>
    </ShownCheckProvider>
  )
}
