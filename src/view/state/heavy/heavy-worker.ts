import '../../ui/worker-life'
import { createHeavyWork } from './heavy-work'
import type { HeavyAnswer, HeavyRequest } from './heavy-messages'

const work = createHeavyWork()

const answer = (message: HeavyAnswer) => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<HeavyRequest>) => {
  work(data).then(answer, () => answer(null))
})
