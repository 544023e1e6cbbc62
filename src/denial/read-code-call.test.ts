import { describe, expect, it } from 'vitest'
import { findCodeCalls } from './read-code-call'

const unreadOf = (text: string) => findCodeCalls(text).map(({ unread }) => unread)

describe('a call in code', () => {
  it('names the parameters whose values are not shown, where it is shown to its end', () => {
    expect(unreadOf('r = brt.converse(modelId="m", messages=msgs)')).toEqual([['messages']])
    expect(unreadOf('await c.send(new GetObjectCommand({ Bucket: "b", Key: key }))')).toEqual([['key']])
  })

  it('is not whole where it is cut off, or something is spread into it', () => {
    expect(unreadOf('r = brt.converse(modelId="m", messages=msgs, **rest)')).toEqual([undefined])
    expect(unreadOf('r = brt.converse(modelId="m",')).toEqual([undefined])
  })

  it('is of the service that its client was made for, or whose action the text names', () => {
    const serviceOf = (text: string) => findCodeCalls(text).map(({ service }) => service)
    const put = 'c.put_thing(Name="a")'
    expect(serviceOf(`c = boto3.client("glacier")\n${put}`)).toEqual(['glacier'])
    expect(serviceOf(`${put}\nnot authorized to perform: glacier:PutThing`)).toEqual(['glacier'])
    expect(serviceOf(`${put}\nglacier:PutThing or s3:PutThing`)).toEqual([])
    expect(serviceOf('const c = new ECRClient({})\nc.send(new PutThingCommand({ name: "a" }))')).toEqual(['ecr'])
  })
})
