import { describe, expect, it } from 'vitest'
import { zipEntries } from './zip-entries'

interface Inside {
  readonly name: string
  readonly text: string
}

/** A zip of files that are stored as they are; `isLong` writes all its numbers in eight bytes, as larger ones need. */
function zip(files: readonly Inside[], isLong: boolean): Blob {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text } of files) {
    const [title, bytes] = [Buffer.from(name), Buffer.from(text)]
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(title.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    const numbers = [bytes.length, bytes.length, offset]
    const places = [24, 20, 42]
    for (const [i, at] of places.entries()) entry.writeUInt32LE(isLong ? 0xffffffff : (numbers[i] ?? 0), at)
    entry.writeUInt16LE(title.length, 28)
    // a field of something else comes first
    const more = Buffer.alloc(isLong ? 6 + 4 + 24 : 0)
    if (isLong) {
      more.writeUInt16LE(0x5455, 0)
      more.writeUInt16LE(2, 2)
      more.writeUInt16LE(1, 6)
      more.writeUInt16LE(24, 8)
      for (const [i, number] of numbers.entries()) more.writeBigUInt64LE(BigInt(number), 10 + i * 8)
    }
    entry.writeUInt16LE(more.length, 30)
    parts.push(head, title, bytes)
    directory.push(entry, title, more)
    offset += 30 + title.length + bytes.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const record = Buffer.alloc(isLong ? 56 : 0)
  const locator = Buffer.alloc(isLong ? 20 : 0)
  if (isLong) {
    record.writeUInt32LE(0x06064b50, 0)
    for (const [i, number] of [files.length, size, offset].entries())
      record.writeBigUInt64LE(BigInt(number), 32 + i * 8)
    locator.writeUInt32LE(0x07064b50, 0)
    locator.writeBigUInt64LE(BigInt(offset + size), 8)
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(isLong ? 0xffff : files.length, 10)
  end.writeUInt32LE(isLong ? 0xffffffff : size, 12)
  end.writeUInt32LE(isLong ? 0xffffffff : offset, 16)
  return new Blob([Buffer.concat([...parts, ...directory, record, locator, end])])
}

const FILES = [
  { name: 'day/a.json', text: 'the first' },
  { name: 'day/', text: '' },
  { name: 'b.json', text: 'another, longer one' },
]

const inside = async (blob: Blob) => {
  const entries = await zipEntries({ name: 'trail.zip', blob, isDeflated: false })
  return entries && Promise.all(entries.map(async (entry) => ({ name: entry.name, text: await entry.blob.text() })))
}

describe.each([false, true])('the files of a zip whose numbers have eight bytes: %s', (isLong) => {
  it('are found, without its folders', async () => {
    expect(await inside(zip(FILES, isLong))).toEqual([
      { name: 'trail.zip/day/a.json', text: 'the first' },
      { name: 'trail.zip/b.json', text: 'another, longer one' },
    ])
  })

  it('are none where it is cut or its places lie', async () => {
    const whole = new Uint8Array(await zip(FILES, isLong).arrayBuffer())
    for (let length = 0; length < whole.length; length += 7)
      expect(await inside(new Blob([whole.slice(0, length)]))).toBeNull()
    for (let at = whole.length - (isLong ? 98 : 22) + 4; at < whole.length; at++) {
      const broken = whole.slice()
      broken[at] = 0xee
      const found = await inside(new Blob([broken]))
      for (const { text } of found ?? []) expect(text.length).toBeLessThan(whole.length)
    }
  })
})
