import { POLICIES_TEXTS } from './messages'
import { DropdownMenu } from 'radix-ui'
import { useRef, useState, type ReactNode } from 'react'
import type { DraftPolicy } from '../../../draft/draft'
import { isFree } from '../../ui/landmarks'
import { lazyPart } from '../../ui/lazy-part'
import { PartFailed } from '../../ui/PartFailed'
import { menuClass, menuItemClass } from '../../ui/menu-class'
import { KNOWN_POLICIES, POLICY_TEMPLATES } from './policy-templates'
import { PRINCIPAL_LAYERS, type CaseLayer } from '../../../iam/layers'

const ManagedPolicyDialog = lazyPart(async () => (await import('./ManagedPolicyDialog')).ManagedPolicyDialog)

/** The layer that a policy is added to, and the button above the menu. */
export interface AddPolicyMenuProps {
  readonly layer: CaseLayer
  readonly onAdd: (policy: DraftPolicy) => void
  readonly children: ReactNode
}

/** The ways to add a policy, under their button. It comes open, since its code is loaded by the first press. */
export function AddPolicyMenu({ layer, onAdd, children }: AddPolicyMenuProps) {
  const template = POLICY_TEMPLATES[layer]
  const trigger = useRef<HTMLButtonElement>(null)
  const [isSearching, setSearching] = useState(false)
  const menu = (
    <DropdownMenu.Root defaultOpen modal={false}>
      <DropdownMenu.Trigger ref={trigger} asChild>
        {children}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={4}
          collisionPadding={12}
          className={`${menuClass} w-72`}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            // What was chosen may have put the focus into a dialog or an editor.
            if (isFree()) trigger.current?.focus()
          }}
        >
          <Item
            title="Empty"
            about="To paste or write into"
            onSelect={() => onAdd({ name: template.name, text: '' })}
          />
          <Item title="From a template" about="The shape that this layer expects" onSelect={() => onAdd(template)} />
          {KNOWN_POLICIES[layer].map((policy) => (
            <Item
              key={policy.name}
              title={policy.name}
              about="AWS managed: allows every action on every resource"
              onSelect={() => onAdd(policy)}
            />
          ))}
          {PRINCIPAL_LAYERS.includes(layer) && (
            <Item
              title={POLICIES_TEXTS.awsManagedPolicyBy}
              about="Any of them, in its newest version"
              onSelect={() => setSearching(true)}
            />
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
  return (
    <>
      {menu}
      {isSearching && (
        <ManagedPolicyDialog
          onAdd={onAdd}
          onClose={() => setSearching(false)}
          focusBack={() => trigger.current?.focus()}
          failed={(retry, isNotLoaded) => (
            <PartFailed isNotLoaded={isNotLoaded} onRetry={retry} onClose={() => setSearching(false)} />
          )}
        />
      )}
    </>
  )
}

interface ItemProps {
  readonly title: string
  readonly about: string
  readonly onSelect: () => void
}

function Item({ title, about, onSelect }: ItemProps) {
  return (
    <DropdownMenu.Item className={menuItemClass} onSelect={onSelect}>
      <span>
        <span className="block font-medium">{title}</span>
        <span className="block text-xs text-muted">{about}</span>
      </span>
    </DropdownMenu.Item>
  )
}
