import { useState, type ToggleEvent } from 'react'

/**
 * Props for a `details` that opens by itself while `opens`, and folds by the reader's hand alone. Keep it above what comes
 * and goes, so that the choice outlives it.
 */
export function useFold(opens: boolean) {
  const [chosen, choose] = useState<boolean | null>(null)
  return {
    open: chosen ?? opens,
    onToggle: ({ currentTarget }: ToggleEvent<HTMLDetailsElement>) => choose(currentTarget.open),
  }
}
