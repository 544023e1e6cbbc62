import '../../ui/worker-life'
import { createHeavyWork } from './heavy-work'
import type { HeavyAnswer, HeavyRequest } from './heavy-messages'
import { inPieces, takePieces, type MessagePiece } from './in-pieces'

const work = createHeavyWork()

const answer = (message: HeavyAnswer) => {
  for (const piece of inPieces(message)) postMessage(piece)
}

const take = takePieces<HeavyRequest>((request) => {
  work(request).then(answer, () => answer(null))
})

addEventListener('message', ({ data }: MessageEvent<MessagePiece<HeavyRequest>>) => take(data))
