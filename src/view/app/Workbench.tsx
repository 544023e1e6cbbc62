import { DropHere } from '../ui/DropHere'
import type { Draft } from '../../draft/draft'
import { visibleText } from '../../text/hidden-characters'
import { useEffect, useRef, type RefObject } from 'react'
import { DiagnosisPane } from '../features/diagnosis/DiagnosisPane'
import { EvidencePane } from '../features/evidence/EvidencePane'
import { OfflineLine } from '../features/offline/OfflineLine'
import { PolicyPane } from '../features/policies/PolicyPane'
import { TrailLink } from '../features/trail/TrailLink'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { lazyPart } from '../ui/lazy-part'
import { focusLandmark, LANDMARKS, SIDE_PANE } from '../ui/landmarks'
import { Splitter } from '../ui/Splitter'
import { Header } from './Header'
import { PaneFrame } from './PaneFrame'
import { holdsCase } from '../state/address'
import { useFragment } from '../state/use-address'
import { usePageDrop } from '../state/open-text'
import { useEngineAhead } from '../state/engine'
import { useIntake } from '../state/intake'
import { CheckScope, ShownCheckProvider } from '../state/ShownCheck'
import { useShownCheck } from '../state/shown-check'
import { useIsFresh } from '../state/fresh-draft'
import { useWaitingPolicies } from '../state/waiting-policies'
import { usePageKind } from '../state/page-kind'
import { useDiagnosis, useDraftPart } from '../state/workbench'
import { classNames } from '../ui/class-names'

const AwsCheck = lazyPart(async () => (await import('../features/aws/AwsCheck')).default)

// Elements that are made once: what they stand in is not drawn again for them.
const AWS_CHECK = <AwsCheck />
const TRAIL_LINK = <TrailLink />
const OFFLINE_LINE = <OfflineLine />

/** The policies as the shown check meets them. Each check has an editor of its own, so that no step back crosses over. */
function ShownPolicies() {
  const shown = useShownCheck()?.shown ?? 0
  return (
    <CheckScope>
      <PolicyPane key={shown} />
    </CheckScope>
  )
}

/** Where the evidence stands below the answer, the first answer is brought into sight. */
function AnswerInSight({ columns }: { readonly columns: RefObject<HTMLElement | null> }) {
  const { explanation } = useDiagnosis()
  const isAnswered = explanation !== null && explanation.answer.decision !== 'none'
  useEffect(() => {
    const main = columns.current
    if (isAnswered && main !== null && getComputedStyle(main).display !== 'grid') window.scrollTo({ top: 0 })
  }, [isAnswered, columns])
  return null
}

const titleOf = ({ title }: Draft): string => title

/** The browser's tab is called by the case: its title, or for a case that a link brought what was asked by whom. */
function TabTitle() {
  const title = useDraftPart(titleOf)
  const { built } = useDiagnosis()
  const isByLink = useFragment() !== '' && holdsCase()
  const { action = '', principal = '' } = (isByLink ? built?.accessCase.request : null) ?? {}
  const asked = [action, principal.slice(principal.indexOf('/') + 1)].filter((part) => part !== '').join(' · ')
  const name = visibleText(title.trim() || asked)
  useEffect(() => {
    document.title = name === '' ? 'Why Denied?' : `${name} · Why Denied?`
    return () => {
      document.title = 'Why Denied?'
    }
  }, [name])
  return null
}

/** The answer above the policies and what follows from it, the evidence beside; on a narrow page one column, the answer first. */
export function Workbench() {
  const columns = useRef<HTMLElement>(null)
  const { takeText, takeFiles } = useIntake()
  // A policy alone is told what is wrong with it before it is asked for more.
  const isFresh = useIsFresh()
  const isStart = useWaitingPolicies().length === 0 && isFresh
  const kind = usePageKind()
  useEngineAhead()
  const isOver = usePageDrop(takeText, takeFiles)
  return (
    <ShownCheckProvider>
      <TabTitle />
      <AnswerInSight columns={columns} />
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
          data-kind={kind}
          className="workbench min-h-0 flex-1 max-desk:flex max-desk:flex-col max-desk:pb-28"
        >
          <PaneFrame
            id="evidence"
            name="Evidence"
            className={classNames(
              'max-desk:border-line desk:min-h-0 desk:overflow-y-auto desk:[grid-area:evidence]',
              isStart ? 'order-2' : 'order-5 max-desk:border-t in-[.workbench:has([data-unread])]:order-1',
            )}
          >
            <EvidencePane belowBox={TRAIL_LINK} footer={OFFLINE_LINE} />
          </PaneFrame>
          <div className="max-desk:hidden desk:grid desk:[grid-area:split]">
            <Splitter
              label="Width of the evidence"
              controls="evidence"
              host={columns}
              variable="--evidence"
              start={336}
              min={260}
              max={640}
              direction={1}
            />
          </div>
          {(kind === 'policies' || kind === 'question') && (
            <>
              <PaneFrame id={LANDMARKS.policies} name="Policies" className="contents">
                <h2 className="sr-only">Policies</h2>
                <ShownPolicies />
              </PaneFrame>
              <div className="max-desk:hidden desk:grid desk:[grid-area:divide]">
                <Splitter
                  label="Width of the diagnosis"
                  controls={SIDE_PANE}
                  host={columns}
                  variable="--diagnosis"
                  start={448}
                  min={320}
                  max={820}
                  direction={-1}
                />
              </div>
            </>
          )}
          <PaneFrame name="Diagnosis" className="contents">
            <CheckScope>
              <DiagnosisPane awsCheck={AWS_CHECK} />
            </CheckScope>
          </PaneFrame>
        </main>
        {isOver && <DropHere />}
      </div>
    </ShownCheckProvider>
  )
}
