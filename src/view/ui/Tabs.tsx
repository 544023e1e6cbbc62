import { Tabs as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'

/** Tabs with their panels; arrow keys move between the tabs. */
export const Tabs = Radix.Root

/** The row of tabs. Give it an `aria-label`. */
export function TabList({ className, ...rest }: ComponentProps<typeof Radix.List>) {
  return (
    <Radix.List
      className={classNames(
        'flex min-w-0 gap-1 overflow-x-auto border-b border-line [scrollbar-width:none]',
        className,
      )}
      {...rest}
    />
  )
}

/** One tab: a text, with a sign before it where it has a state. */
export function Tab({ className, ...rest }: ComponentProps<typeof Radix.Trigger>) {
  return (
    <Radix.Trigger
      className={classNames(
        'inline-flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent px-2.5 text-sm text-muted',
        'transition-colors hover:text-ink focus-visible:outline-offset-[-2px]',
        'data-[state=active]:border-accent-solid data-[state=active]:font-medium data-[state=active]:text-ink',
        className,
      )}
      {...rest}
    />
  )
}

/** What a tab shows. */
export function TabPanel({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return <Radix.Content className={classNames('focus-visible:outline-offset-[-2px]', className)} {...rest} />
}
