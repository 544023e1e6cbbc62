import { linkAlone } from '../../../permalink/link-parts'
import { useFragment } from '../../state/use-address'
import { ClassPage } from './ClassPage'
import { CoursePage } from './CoursePage'
import { DeckBuilderPage } from './DeckBuilderPage'
import { DeckPage } from './DeckPage'
import { ExercisePage } from './ExercisePage'
import { GalleryPage } from './GalleryPage'
import { HandoutPage } from './HandoutPage'
import { LessonPage } from './LessonPage'
import { LinkPage } from './LinkPage'
import { learnRoute } from './learn-route'
import { lazyPart } from '../../ui/lazy-part'

const WhyPage = lazyPart(async () => (await import('./WhyPage')).WhyPage)

/** The learning part of the app: the page that the address names. */
export function LearnPage() {
  const route = learnRoute(useFragment())
  switch (route.page) {
    case 'course':
      return <CoursePage />
    case 'lesson':
      return <LessonPage key={route.id} id={route.id} step={route.step} />
    case 'gallery':
      return <GalleryPage />
    case 'handout':
      return <HandoutPage />
    case 'class':
      return <ClassPage />
    case 'link':
      return <LinkPage />
    case 'why':
      return <WhyPage key={route.code} code={route.code} />
    case 'deckBuilder':
      return <DeckBuilderPage />
    case 'exercise':
      return <ExercisePage key={route.fragment} fragment={route.fragment} />
    case 'deck':
      return <DeckPage key={linkAlone(route.fragment)} fragment={route.fragment} />
  }
}
