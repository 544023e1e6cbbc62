import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names'
import { SIDE_PANE } from '../../ui/landmarks'

/** What stands beside the policies: the fix, the reasons, the picture. It scrolls by itself. */
export function SidePane({ className = '', children }: { readonly className?: string; readonly children?: ReactNode }) {
  return (
    <div
      id={SIDE_PANE}
      className={classNames(
        'order-2 flex min-w-0 flex-col gap-4 *:shrink-0 px-4 pt-2 pb-6 desk:min-h-0 desk:overflow-y-auto desk:px-5 in-[:is([data-kind=plain],[data-kind=unread])]:desk:px-6 desk:[grid-area:diagnosis]',
        className,
      )}
    >
      {children}
    </div>
  )
}
