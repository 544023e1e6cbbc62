/** What makes a part, or the part once it is made. */
interface Held {
  make: (() => unknown) | null
  part: unknown
}

/** Where an object holds the parts of a name, and the one getter for all objects: a getter of its own for each would outlive it. */
interface Slot {
  readonly symbol: symbol
  readonly property: PropertyDescriptor
}

const slots = new Map<PropertyKey, Slot>()

function slotOf(name: PropertyKey): Slot {
  let slot = slots.get(name)
  if (slot === undefined) {
    const symbol = Symbol(String(name))
    const get = function (this: Record<symbol, Held>): unknown {
      const held = this[symbol] as Held
      if (held.make !== null) {
        held.part = held.make()
        held.make = null
      }
      return held.part
    }
    slots.set(name, (slot = { symbol, property: { get, enumerable: true, configurable: true } }))
  }
  return slot
}

/**
 * Makes a part of plain data when it is first read. Who reads, copies, compares or sends the data finds the part as if it
 * had been there from the start; until then it is `make` that is kept.
 */
export function lazily<Whole extends object, Name extends keyof Whole>(
  whole: Whole,
  name: Name,
  make: () => Whole[Name],
): void {
  const { symbol, property } = slotOf(name)
  Object.defineProperty(whole, symbol, { value: { make, part: null } satisfies Held })
  Object.defineProperty(whole, name, property)
}
