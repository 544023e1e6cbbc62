import { expect, it } from 'vitest'
import { takeEach } from './take-files'

const event = (name: string) =>
  new File([`{"Records":[{"eventVersion":"1.08","eventName":"${name}"}]}`], `${name}.json`)
const policy = (name: string) => new File(['{"Version":"2012-10-17","Statement":[]}'], `${name}.json`)

/** What is done with each file, in order. */
async function taken(...files: File[]): Promise<readonly string[]> {
  const done: string[] = []
  await takeEach(files, {
    text: async ({ name }, isBeside) => void done.push(`${name} ${isBeside ? 'beside' : 'alone'}`),
    log: async ({ name }) => void done.push(`log ${name}`),
    logs: async (logs) => void done.push(`logs ${logs.map(({ name }) => name).join(' ')}`),
  })
  return done
}

it('takes a policy each, and one file of events as a text', async () => {
  expect(await taken(policy('a'), event('b'), policy('c'))).toEqual(['a.json alone', 'b.json beside', 'c.json beside'])
})

it('takes several files of events as one log, so that none replaces another', async () => {
  expect(await taken(event('a'), policy('b'), event('c'))).toEqual(['b.json alone', 'logs a.json c.json'])
})
