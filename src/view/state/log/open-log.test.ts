import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { MAX_LOG_BYTES, openLog } from './open-log'

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
    ['a large file', new Blob([new Uint8Array(MAX_LOG_BYTES + 1)]), 'too-large'],
    ['a bomb', new Blob([gzipSync(Buffer.alloc(MAX_LOG_BYTES + 1, 'a'))]), 'inflates-too-large'],
    ['a picture', new Blob([new Uint8Array([0x89, 0x50, 0, 0])]), 'not-text'],
    ['damaged gzip', new Blob([gzipSync(LOG).subarray(0, 100)]), 'gzip-damaged'],
  ])('says what is wrong with %s', async (_what, file, problem) => {
    expect(await openLog(file, () => undefined)).toEqual({ problem })
  })

  it('reads an empty file', async () => {
    expect(await openLog(new Blob([]), () => undefined)).toEqual({ text: '' })
  })
})
