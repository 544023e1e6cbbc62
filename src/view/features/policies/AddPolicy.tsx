import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { lazyPart } from '../../ui/lazy-part'
import { PartFailed } from '../../ui/PartFailed'
import type { AddPolicyMenuProps } from './AddPolicyMenu'

const AddPolicyMenu = lazyPart(async () => (await import('./AddPolicyMenu')).AddPolicyMenu)

interface AddPolicyProps extends Omit<AddPolicyMenuProps, 'children'> {
  /** Its accessible name: where the policy will hang. */
  readonly label: string
}

/** The button that adds a policy to a shelf, and its menu once it is wanted. */
export function AddPolicy({ label, layer, onAdd }: AddPolicyProps) {
  const [wanted, setWanted] = useState(false)
  const icon = <Plus size={13} aria-hidden />
  const button = (
    <Button
      look="quiet"
      size="small"
      aria-label={label}
      aria-haspopup="menu"
      icon={icon}
      onClick={() => setWanted(true)}
    >
      Add
    </Button>
  )
  if (!wanted) return button
  return (
    <AddPolicyMenu
      layer={layer}
      onAdd={onAdd}
      waiting={button}
      failed={(retry, isNotLoaded) => (
        <>
          {button}
          <PartFailed isNotLoaded={isNotLoaded} onRetry={retry} onClose={() => setWanted(false)} />
        </>
      )}
    >
      <Button look="quiet" size="small" aria-label={label} icon={icon}>
        Add
      </Button>
    </AddPolicyMenu>
  )
}
