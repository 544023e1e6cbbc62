import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { EXAMPLES } from '../../../lessons/examples'
import { menuClass, menuItemClass } from '../../ui/menu-class'
import { useIntake } from '../../state/intake'

/** The examples as a menu under its button. It comes open, since its code is loaded by the first press. */
export function ExamplesMenu({ children }: { readonly children: ReactNode }) {
  const { openDraft } = useIntake()
  return (
    <DropdownMenu.Root defaultOpen modal={false}>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          className={`${menuClass} w-96 max-w-[calc(100vw-2rem)]`}
        >
          {EXAMPLES.map(({ id, title, summary, draft }) => (
            <DropdownMenu.Item key={id} className={menuItemClass} onSelect={() => openDraft(draft)}>
              <span className="min-w-0">
                <span className="block font-medium">{title}</span>
                <span className="block text-xs text-muted">{summary}</span>
              </span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
