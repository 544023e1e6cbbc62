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

/** For tests: a policy of these statements, as text. */
export const policyText = (...Statement: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement })
