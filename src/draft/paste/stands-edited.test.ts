import { describe, expect, it } from 'vitest'
import { applyFoundPolicy } from './apply-found-policy'
import { EMPTY_DRAFT } from '../draft'
import { changePolicy, removePolicy } from '../edit/edit-layers'
import { readPaste } from './read-paste'
import { standsEdited } from './stands-edited'

const policy = (action: string, resource: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: resource }] })

const READ = policy('s3:GetObject', 'arn:aws:s3:::shop/*')
const SEND = policy('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:jobs')
const PLACE = { layer: 'identity', level: null, policy: 0 } as const

describe('a policy of a paste that was put into a layer and edited there', () => {
  const found = readPaste(`${READ}\n\n${SEND}`).policies
  const [read, send] = found
  const { layers } = applyFoundPolicy(EMPTY_DRAFT, read!, 'identity')
  const edited = (text: string) => changePolicy(layers, PLACE, { text })

  it('is known by what it still says', () => {
    const wider = READ.replace('"s3:GetObject"', '["s3:GetObject","s3:PutObject"]')
    expect(standsEdited(edited(wider), read!, found)).toBe(true)
    expect(standsEdited(edited(policy('s3:PutObject', 'arn:aws:s3:::shop/*')), read!, found)).toBe(true)
  })

  it('is no other policy of the paste, and none that was taken out', () => {
    expect(standsEdited(edited(READ.replace('shop', 'shop-eu')), send!, found)).toBe(false)
    expect(standsEdited(removePolicy(layers, PLACE), read!, found)).toBe(false)
    expect(standsEdited(edited(SEND), read!, found)).toBe(false)
  })

  it('is not known by the words that every policy has', () => {
    expect(standsEdited(edited(policy('ec2:RunInstances', '*')), read!, found)).toBe(false)
  })
})
