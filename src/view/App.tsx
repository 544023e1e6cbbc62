import { lazy, Suspense } from 'react'
import { useOffline } from './offline/offline-state'
import { ErrorBoundary } from './ui/ErrorBoundary'
import { usePlace, type Place } from './workbench/address'
import { DialogHost } from './workbench/DialogHost'
import { useArrival } from './workbench/use-arrival'
import { Workbench } from './workbench/Workbench'
import { WorkbenchProvider } from './workbench/WorkbenchProvider'

const ExplorerPage = lazy(async () => ({ default: (await import('./explorer/ExplorerPage')).ExplorerPage }))
const LearnPage = lazy(async () => ({ default: (await import('./learn/LearnPage')).LearnPage }))
const TrailPage = lazy(async () => ({ default: (await import('./trail/TrailPage')).TrailPage }))
const UpdateNotice = lazy(async () => ({ default: (await import('./offline/UpdateNotice')).UpdateNotice }))

/** Each page's code is loaded when the address first asks for it. */
const PAGES = { workbench: Workbench, learn: LearnPage, explore: ExplorerPage, trail: TrailPage } satisfies Readonly<
  Record<Place, unknown>
>

function Page() {
  useArrival()
  const Shown = PAGES[usePlace()]
  return (
    <Suspense fallback={null}>
      <Shown />
    </Suspense>
  )
}

function Update() {
  const { hasUpdate } = useOffline()
  if (!hasUpdate) return null
  return (
    <ErrorBoundary fallback={() => null}>
      <Suspense fallback={null}>
        <UpdateNotice />
      </Suspense>
    </ErrorBoundary>
  )
}

/** The app: the workbench, or the page that the fragment names. The draft outlives a visit to another page. */
export function App() {
  return (
    <WorkbenchProvider>
      <Page />
      <DialogHost />
      <Update />
    </WorkbenchProvider>
  )
}
