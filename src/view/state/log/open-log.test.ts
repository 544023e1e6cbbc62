import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { MAX_LOG_BYTES, openLog, openStretches } from './open-log'

const LOG = 'line one\nline two, größer\n'.repeat(20_000)

describe('openLog', () => {
  it('reads a text whole, and says how far it is', async () => {
    const steps: [number, number][] = []
    const file = new Blob([LOG])
    expect(await openLog(file, (done, total) => steps.push([done, total]))).toEqual({ text: LOG })
    expect(steps.at(-1)).toEqual([file.size, file.size])
  })

  it('inflates gzip, whatever the file is called', async () => {
    expect(await openLog(new Blob([gzipSync(LOG)]), () => undefined)).toEqual({ text: LOG })
  })

  it('reads UTF-16 by its byte order mark', async () => {
    expect(await openLog(new Blob([Buffer.from(`\uFEFF${LOG}`, 'utf16le')]), () => undefined)).toEqual({ text: LOG })
  })

  it.each([
    ['a large file', new Blob([new Uint8Array(MAX_LOG_BYTES + 1)]), 'long'],
    ['a bomb', new Blob([gzipSync(Buffer.alloc(MAX_LOG_BYTES + 1, 'a'))]), 'long'],
    ['a picture', new Blob([new Uint8Array([0x89, 0x50, 0, 0])]), 'not-text'],
    ['damaged gzip', new Blob([gzipSync(LOG).subarray(0, 100)]), 'gzip-damaged'],
  ])('says what is wrong with %s', async (_what, file, problem) => {
    expect(await openLog(file, () => undefined)).toEqual({ problem })
  })

  it('reads an empty file', async () => {
    expect(await openLog(new Blob([]), () => undefined)).toEqual({ text: '' })
  })
})

describe('openStretches', () => {
  const all = async (file: Blob, length: number) => {
    const stretches = openStretches(file, length)
    const texts: string[] = []
    for (;;) {
      const step = await stretches.next()
      if (step.done) return { texts, problem: step.value }
      texts.push(step.value.text)
    }
  }

  it.each([100, 70_000, 10_000_000])('gives the text whole, in stretches of whole lines: %i', async (length) => {
    for (const file of [new Blob([LOG]), new Blob([gzipSync(LOG)])]) {
      const { texts, problem } = await all(file, length)
      expect([texts.join(''), problem]).toEqual([LOG, null])
      expect(texts.every((text) => text === '' || text.endsWith('\n'))).toBe(true)
    }
    expect((await all(new Blob([LOG]), 70_000)).texts.length).toBeGreaterThan(1)
  })

  it('says where it ended too soon', async () => {
    expect(await all(new Blob([gzipSync(LOG).subarray(0, 100)]), 100)).toMatchObject({ problem: 'gzip-damaged' })
    expect(await all(new Blob(['a\nb\n\u0000']), 100)).toMatchObject({ problem: 'not-text' })
  })
})
