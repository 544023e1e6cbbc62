/** What was asked of a part that has not come yet. */
export class NotHere extends Error {
  constructor(readonly part: string) {
    super(`${part} has not come yet`)
  }
}

/** A part that not every answer needs: the page fetches it when one asks, and whoever bundles everything gives it at once. */
export interface Late<Part> {
  readonly give: (part: Part) => void
  /** Throws NotHere while it is on its way. */
  readonly get: () => Part
}

/** A part that comes later, by its name. */
export function late<Part>(name: string): Late<Part> {
  let held: { readonly it: Part } | null = null
  return {
    give: (it) => {
      held = { it }
    },
    get: () => {
      if (held === null) throw new NotHere(name)
      return held.it
    },
  }
}
