import { expect, it } from 'vitest'
import { createCommon, inPieces, takePieces, type MessagePiece } from './in-pieces'

const list = (length: number, of: string) => Array.from({ length }, (_, i) => ({ of, i }))

/** Messages as they come out of a channel, which copies each part. */
function sent<Message>(...messages: readonly Message[]) {
  const taken: Message[] = []
  const pieces: MessagePiece<Message>[] = []
  const take = takePieces<Message>((message) => taken.push(message))
  for (const message of messages) {
    for (const piece of inPieces(message)) {
      pieces.push(piece)
      take(structuredClone(piece))
    }
  }
  return { taken, pieces }
}

it('a message without long lists is one part, and the very same object', () => {
  const message = { kind: 'judge', rows: list(400, 'rows'), looked: new Map([['a', 'b']]), none: null }
  const { taken, pieces } = sent(message)
  expect(taken).toEqual([message])
  expect(pieces).toEqual([{ kind: 'rest', rest: message, places: [], common: [] }])
  expect(pieces[0]?.kind === 'rest' && pieces[0].rest).toBe(message)
})

it('long lists come in parts of bounded length and stand in their places again, message after message', () => {
  const message = { layers: [{ statements: list(401, 'one') }, { statements: [] }, { statements: list(1_000, 'two') }] }
  const other = { ['__proto__']: list(500, 'three'), last: 1 }
  const { taken, pieces } = sent<object | null>(message, null, other)
  expect(taken).toEqual([message, null, other])
  const lengths = pieces.flatMap((piece) => (piece.kind === 'items' ? [piece.items.length] : []))
  expect(lengths).toEqual([200, 200, 1, 200, 200, 200, 200, 200, 200, 200, 100])
})

it('what is one object in the message is one object where it comes', () => {
  const evaluation = { statements: list(900, 'one') }
  const { statements } = evaluation
  const message = { evaluation, judged: { evaluation, beside: statements } }
  const [taken] = sent(message).taken
  expect(taken).toEqual(message)
  expect(taken?.judged.evaluation).toBe(taken?.evaluation)
  expect(taken?.judged.beside).toBe(taken?.evaluation.statements)
  expect(message.evaluation.statements).toHaveLength(900)
})

it('what lasts is sent once, and comes back as the very object that was sent', () => {
  const service = { name: 's3', actions: list(900, 'actions') }
  const [near, far] = [createCommon((value) => value === service), createCommon()]
  const pieces: MessagePiece<unknown>[] = []
  const turn = (message: unknown) => {
    let [asked, answered]: unknown[] = []
    const takeNear = takePieces<unknown>((it) => (answered = it), near)
    const takeFar = takePieces<unknown>((it) => (asked = it), far)
    for (const piece of inPieces(message, near)) {
      pieces.push(piece)
      takeFar(structuredClone(piece))
    }
    for (const piece of inPieces({ asked, isAnswer: true }, far)) {
      pieces.push(piece)
      takeNear(structuredClone(piece))
    }
    return { asked, answered: answered as { readonly asked: { readonly services: readonly unknown[] } } }
  }
  const message = { services: [service, service], others: list(900, 'others') }
  for (const _turn of [1, 2]) {
    const { asked, answered } = turn(message)
    expect(asked).toEqual(message)
    expect(answered.asked).toEqual(message)
    expect(answered.asked.services[0]).toBe(service)
  }
  expect(pieces.filter((piece) => JSON.stringify(piece).includes('actions'))).toHaveLength(1)
  expect(turn({ services: [] }).asked).toEqual({ services: [] })
})
