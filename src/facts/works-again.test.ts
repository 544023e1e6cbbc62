import { expect, it } from 'vitest'
import { worksAgain } from './works-again'

it.each([
  'A flaky job: with every new environment the role is created and the first apply fails, second apply (nothing changed) goes through.',
  'The role was created a moment ago. Rerunning the pipeline works, with no change.',
  'The role is created in the same run. On re-run it is green.',
  'The role is created first. The deploy fails, but the next run passes.',
])('finds that the same passes later: %s', (text) => {
  expect(worksAgain(text)).not.toBeNull()
})

it.each([
  'The role was created. The first apply fails, the second apply fails too.',
  'The role was created. Rerunning it with another profile works.',
  'The next run passes.',
])('finds none in: %s', (text) => {
  expect(worksAgain(text)).toBeNull()
})
