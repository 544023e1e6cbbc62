import { describe, expect, it } from 'vitest'
import { learnRoute } from './learn-route'
import { parseProgress } from './progress'

describe('parseProgress', () => {
  it.each([
    [null, {}],
    ['', {}],
    ['{', {}],
    ['null', {}],
    ['[1]', {}],
    ['{"a":"answered","b":"repaired","c":"else","d":1}', { a: 'answered', b: 'repaired' }],
  ])('%j', (text, expected) => {
    expect(parseProgress(text)).toEqual(expected)
  })
})

describe('learnRoute', () => {
  it.each([
    ['#/learn', { page: 'course' }],
    ['#/learn/', { page: 'course' }],
    ['#/learn/gallery', { page: 'gallery' }],
    ['#/learn/handout', { page: 'handout' }],
    ['#/learn/deck', { page: 'deckBuilder' }],
    ['#/learn/a-deny-wins', { page: 'lesson', id: 'a-deny-wins', step: null }],
    ['#/learn/a-deny-wins/3', { page: 'lesson', id: 'a-deny-wins', step: 3 }],
    ['#/learn/a-deny-wins/0', { page: 'course' }],
    ['#/learn/a-deny-wins/300', { page: 'course' }],
    ['#/learn/<b>', { page: 'course' }],
    ['#x1/AB', { page: 'exercise', fragment: '#x1/AB' }],
    ['#d1/AB', { page: 'deck', fragment: '#d1/AB' }],
  ])('%s', (hash, expected) => {
    expect(learnRoute(hash)).toEqual(expected)
  })
})
