/** For tests: a statement of a policy, as JSON. */
export type TestStatement = Readonly<Record<string, unknown>>

/** For tests: an Allow; `more`: its other elements. */
export const allow = (Action: unknown, Resource: unknown, more: TestStatement = {}): TestStatement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
})

/** For tests: a Deny; `more`: its other elements. */
export const deny = (Action: unknown, Resource: unknown, more: TestStatement = {}): TestStatement => ({
  ...allow(Action, Resource, more),
  Effect: 'Deny',
})
