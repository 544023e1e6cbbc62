import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { joinTexts } from './join-texts'

const source = (name: string, ...parts: BlobPart[]) => ({ name, blob: new Blob(parts), isDeflated: false })
const EVENTS = JSON.stringify({
  Records: [{ eventVersion: '1.09', eventName: 'GetObject', errorCode: 'AccessDenied' }],
})

describe('joinTexts', () => {
  it('puts texts together in their order, inflated and in whatever encoding', async () => {
    const joined = await joinTexts([
      source('a.log', 'first'),
      source('b.log.gz', gzipSync('second')),
      source('c.log', Buffer.from('\uFEFFthird', 'utf16le')),
    ])
    expect(await joined?.text()).toBe('first\nsecond\nthird\n')
  })

  it.each([
    ['events', source('b.json', EVENTS)],
    ['no text', source('b.png', new Uint8Array([0x89, 0x50, 0, 0]))],
    ['a zip', source('b.zip', new Uint8Array([0x50, 0x4b, 3, 4]))],
  ])('leaves files of which one holds %s', async (_what, other) => {
    expect(await joinTexts([source('a.log', 'first'), other])).toBeNull()
    expect(await joinTexts([other, source('a.log', 'first')])).toBeNull()
  })
})
