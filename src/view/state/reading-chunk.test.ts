import { afterEach, expect, it, vi } from 'vitest'
import { LATE_PARTS, LOAD_SITUATIONS } from './late-parts'
import { fetchWanted } from './reading-chunk'

const THROTTLED = 'An error occurred (ThrottlingException) when calling the ListRoles operation: Rate exceeded'
const DENIED =
  'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::data/a" because no service control policy allows the s3:PutObject action'

/** The parts that are asked for, none of which comes. */
function asked(...what: Parameters<typeof fetchWanted>): readonly string[] {
  const parts: string[] = []
  const note = (name: string) => () => {
    parts.push(name)
    return Promise.reject(new Error('offline'))
  }
  for (const area of Object.keys(LOAD_SITUATIONS) as (keyof typeof LOAD_SITUATIONS)[])
    vi.spyOn(LOAD_SITUATIONS, area).mockImplementation(note(area))
  for (const part of ['given', 'rows'] as const) vi.spyOn(LATE_PARTS, part).mockImplementation(note(part))
  fetchWanted(...what)
  return parts
}

afterEach(() => {
  vi.restoreAllMocks()
})

it('fetches what is said of a service’s own words, and nothing for a denial of AWS', () => {
  expect(asked(THROTTLED)).toEqual(['general'])
  vi.restoreAllMocks()
  expect(asked(DENIED)).toEqual([])
})

it.each([
  ['in JSON', `${DENIED}\n{"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}`],
  ['in Terraform', `${DENIED}\nstatement {\n  effect = "Allow"\n  actions = ["s3:*"]\n}`],
])('fetches what policies take where a statement stands beside the error, %s', (_, text) => {
  expect(asked(text)).toEqual(['given', 'rows'])
})

it('leaves what policies take until the error is answered where statements are in YAML', () => {
  expect(asked(`${DENIED}\nStatement:\n  - Effect: Allow\n    Action: s3:*\n    Resource: "*"`)).toEqual([])
})

it('goes by what is known of policies that stand elsewhere', () => {
  expect(asked(DENIED, true)).toEqual(['given', 'rows'])
})
