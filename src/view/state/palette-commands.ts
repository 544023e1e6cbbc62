import { useEffect, useRef } from 'react'

/** Something the user can do, as the command palette lists it. */
export interface Command {
  readonly id: string
  readonly title: string
  readonly group: 'Case' | 'Go to' | 'Examples' | 'Policies' | 'View'
  /** Other words people may look for. */
  readonly keywords?: string
  /** As it is shown, e.g. "⌘K". */
  readonly shortcut?: string
  readonly run: () => void
}

const sources = new Map<object, readonly Command[]>()

/** All commands that are on the page now. */
export function allCommands(): readonly Command[] {
  return [...sources.values()].flat()
}

/** Offers commands in the palette for as long as the component is on the page. */
export function useCommands(commands: readonly Command[]) {
  const key = useRef({})
  useEffect(() => {
    const source = key.current
    sources.set(source, commands)
    return () => {
      sources.delete(source)
    }
  }, [commands])
}
