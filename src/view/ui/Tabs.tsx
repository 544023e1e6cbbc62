import { createContext, use, useId, useMemo, type ComponentProps, type KeyboardEvent } from 'react'
import { classNames } from './class-names'
import { own } from '../../text/own'

interface TabsHold {
  readonly id: string
  readonly value: string
  readonly onValueChange: (value: string) => void
}

const TabsContext = createContext<TabsHold | null>(null)

function useTabs(): TabsHold {
  const hold = use(TabsContext)
  if (hold === null) throw new Error('A tab stands outside of <Tabs>.')
  return hold
}

interface TabsProps extends Omit<ComponentProps<'div'>, 'onChange'> {
  /** The value of the tab that is open. */
  readonly value: string
  readonly onValueChange: (value: string) => void
}

/** Tabs with their panels, as the ARIA practices describe them: arrow keys, Home and End move and open. */
export function Tabs({ value, onValueChange, ...rest }: TabsProps) {
  const id = useId()
  const hold = useMemo(() => ({ id, value, onValueChange }), [id, value, onValueChange])
  return (
    <TabsContext value={hold}>
      <div {...rest} />
    </TabsContext>
  )
}

/** Which tab a key leads to, counted from the one that has the focus. */
const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = own(STEPS, event.key)
  if (step === undefined) return
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]:not(:disabled)')]
  const next = tabs[step(tabs.indexOf(document.activeElement as HTMLElement), tabs.length)]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
  next.click()
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** The row of tabs. Give it an `aria-label`. */
export function TabList({ className, ...rest }: ComponentProps<'div'>) {
  return (
    <div
      role="tablist"
      onKeyDown={moveFocus}
      className={classNames(
        'flex min-w-0 gap-1 overflow-x-auto border-b border-line [scrollbar-width:none]',
        className,
      )}
      {...rest}
    />
  )
}

interface TabProps extends ComponentProps<'button'> {
  readonly value: string
}

/** One tab: a text, with a sign before it where it has a state. */
export function Tab({ value, className, ...rest }: TabProps) {
  const tabs = useTabs()
  const open = tabs.value === value
  return (
    <button
      type="button"
      role="tab"
      id={`${tabs.id}-tab-${value}`}
      aria-selected={open}
      aria-controls={`${tabs.id}-panel-${value}`}
      tabIndex={open ? 0 : -1}
      onClick={() => {
        tabs.onValueChange(value)
        // A tab at the lower edge of the page shows what it opens.
        requestAnimationFrame(() =>
          document.getElementById(`${tabs.id}-panel-${value}`)?.scrollIntoView({ block: 'nearest' }),
        )
      }}
      className={classNames(
        'inline-flex h-9 shrink-0 items-center gap-1.5 border-b-2 px-2.5 text-sm whitespace-nowrap transition-colors',
        'focus-visible:outline-offset-[-2px]',
        open ? 'border-accent-solid font-medium text-ink' : 'border-transparent text-muted hover:text-ink',
        className,
      )}
      {...rest}
    />
  )
}

interface TabPanelProps extends ComponentProps<'div'> {
  readonly value: string
  /** Keeps the closed panel's content on the page, hidden. */
  readonly keep?: boolean
}

/** What a tab shows. A closed panel stays as an empty, hidden element, so that its tab always controls something. */
export function TabPanel({ value, keep = false, children, className, ...rest }: TabPanelProps) {
  const tabs = useTabs()
  const open = tabs.value === value
  return (
    <div
      role="tabpanel"
      id={`${tabs.id}-panel-${value}`}
      aria-labelledby={`${tabs.id}-tab-${value}`}
      hidden={!open}
      className={classNames('scroll-mt-12', className)}
      {...rest}
    >
      {(open || keep) && children}
    </div>
  )
}
