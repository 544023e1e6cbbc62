// @ts-nocheck
// The switches of mutate.mjs, in the build of the changed evaluation: one change is on, or none.

/** Which change is on, and which switches were passed since the last look, and how often. */
export const switches = { on: globalThis.changeOnLoad ?? -1, passed: new Set(), passes: 0, most: Infinity }

/** Is this change on? Throws where switches are passed so often that a change must have made a loop without end. */
export function isOn(id) {
  switches.passed.add(id)
  if (++switches.passes > switches.most) throw new Error('a loop without end')
  return id === switches.on
}
