import '../../ui/worker-life'
import { createHeavyWork } from './heavy-work'
import type { HeavyAnswer, HeavyRequest } from './heavy-messages'
import { createCommon, inPieces, takePieces, type MessagePiece } from './in-pieces'

const work = createHeavyWork()
/** The page tells what lasts; it is not sent back. */
const common = createCommon()

const answer = (message: HeavyAnswer) => {
  for (const piece of inPieces(message, common)) postMessage(piece)
}

const take = takePieces<HeavyRequest>((request) => {
  work(request).then(answer, () => answer(null))
}, common)

addEventListener('message', ({ data }: MessageEvent<MessagePiece<HeavyRequest>>) => take(data))
