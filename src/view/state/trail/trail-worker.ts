import '../../ui/worker-life'
import { createHolder } from './hold-trail'
import { createParser } from './parse-files'
import type { TrailReply, TrailRequest } from './worker-messages'

const tell = (reply: TrailReply) => postMessage(reply)

/** What the worker is: the page says it first. */
let serve: ((request: TrailRequest) => void) | null = null

addEventListener('message', ({ data }: MessageEvent<TrailRequest>) => {
  if (data.kind === 'hold') serve = createHolder(tell)
  else if (data.kind === 'read') {
    const parse = createParser(data.port, data.seed, tell)
    serve = (request) => {
      if (request.kind === 'file') void parse(request.file, request.source)
    }
  } else serve?.(data)
})
