import { lazy, Suspense } from 'react'
import { usePlace, type Place } from './workbench/address'
import { DialogHost } from './workbench/DialogHost'
import { useArrival } from './workbench/use-arrival'
import { Workbench } from './workbench/Workbench'
import { WorkbenchProvider } from './workbench/WorkbenchProvider'

const ExplorerPage = lazy(async () => ({ default: (await import('./explorer/ExplorerPage')).ExplorerPage }))
const LearnPage = lazy(async () => ({ default: (await import('./learn/LearnPage')).LearnPage }))
const TrailPage = lazy(async () => ({ default: (await import('./trail/TrailPage')).TrailPage }))

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

/** The app: the workbench, or the page that the fragment names. The draft outlives a visit to another page. */
export function App() {
  return (
    <WorkbenchProvider>
      <Page />
      <DialogHost />
    </WorkbenchProvider>
  )
}
