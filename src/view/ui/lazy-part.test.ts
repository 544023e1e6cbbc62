import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fetchedAnew, PartNotLoaded } from './fetched-anew'

/** Keeps what the first fetch came to, as React does with a part. */
const once = <Part>(fetch: () => Promise<Part>) => {
  let kept: Promise<Part> | null = null
  return { get: () => (kept ??= fetch()) }
}

/** A part that fails for so many times, and then comes. */
function failing(times: number) {
  const asked = { count: 0 }
  const load = () => (++asked.count > times ? Promise.resolve('the part') : Promise.reject(new Error('offline')))
  return { asked, shown: fetchedAnew(load, once) }
}

describe('a part that is fetched when it is first shown', () => {
  it('is not fetched before, and once', async () => {
    const { asked, shown } = failing(0)
    expect(asked.count).toBe(0)
    expect(await shown().get()).toBe('the part')
    expect(await shown().get()).toBe('the part')
    expect(asked.count).toBe(1)
  })

  it('says so where it does not come, with the cause, and is fetched anew at the next try', async () => {
    const { asked, shown } = failing(2)
    const first = shown()
    await expect(first.get()).rejects.toThrow(PartNotLoaded)
    await expect(first.get()).rejects.toMatchObject({ cause: { message: 'offline' } })
    expect(asked.count).toBe(1)
    await expect(shown().get()).rejects.toThrow(PartNotLoaded)
    expect(await shown().get()).toBe('the part')
    expect(asked.count).toBe(3)
  })
})

/** Every place of the page that fetches code when it is needed, with what is taken of it. */
const FETCHES = readdirSync('src/view', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
  .flatMap((file) =>
    readFileSync(`src/view/${file}`, 'utf8')
      .split('\n')
      .filter((line) => /\bimport\('/.test(line))
      .map((line) => ({ file, line: line.trim() })),
  )

it('is a lazy part wherever the page fetches a component', () => {
  const components = FETCHES.filter(({ line }) => /\(await import\('[^']+'\)\)\.(?:[A-Z][a-z]|default)/.test(line))
  expect(components.length).toBeGreaterThan(15)
  expect(components.filter(({ line }) => !line.includes('lazyPart('))).toEqual([])
})
