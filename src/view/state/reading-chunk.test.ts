import { expect, it, vi } from 'vitest'
import { LOAD_SITUATIONS } from './late-parts'
import { fetchSaid } from './reading-chunk'

const THROTTLED = 'An error occurred (ThrottlingException) when calling the ListRoles operation: Rate exceeded'
const DENIED =
  'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::data/a" because no service control policy allows the s3:PutObject action'

it('fetches what is said of a service’s own words, nothing for a denial of AWS, and takes a line that fails', async () => {
  const general = vi.spyOn(LOAD_SITUATIONS, 'general').mockRejectedValue(new Error('offline'))
  const others = Object.keys(LOAD_SITUATIONS).filter((area) => area !== 'general') as (keyof typeof LOAD_SITUATIONS)[]
  const rest = others.map((area) => vi.spyOn(LOAD_SITUATIONS, area))
  fetchSaid(DENIED)
  expect(general).not.toHaveBeenCalled()
  fetchSaid(THROTTLED)
  expect(general).toHaveBeenCalledTimes(1)
  for (const load of rest) expect(load).not.toHaveBeenCalled()
  await Promise.resolve()
})
