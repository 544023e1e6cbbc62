// The switches of mutate.mjs, in the build of the changed evaluation: one change is on, or none.

let on = globalThis.changeOnLoad ?? -1
let passes = 0
let most = Infinity
let passed = new Set()

/** Is this change on? Throws where switches are passed so often that a change must have made a loop without end. */
export function isOn(id) {
  if (++passes > most) throw new Error('a loop without end')
  passed?.add(id)
  return id === on
}

/** Switches one change on, or none, and lets switches be passed so often. */
export function switchOn(id, mostPasses) {
  on = id
  passes = 0
  most = mostPasses
  passed = null
}

/** The switches that are passed until the next look. */
export function passedSince() {
  const before = { ids: [...(passed ?? [])], passes }
  passed = new Set()
  passes = 0
  return before
}
