import type { UnsignedBadge } from '../credential/open-badge.ts'
import { cardSize } from '../documents/preview-card.ts'
import { type Language, tell } from '../language.ts'
import type { Translation } from '../pages/credential-content.ts'
import type { KnownSkills } from '../pages/credential-skills.ts'
import type { Preview } from '../pages/preview-tags.ts'
import type { LinkPreview } from '../service/previews.ts'
import type { Service } from '../service/service.ts'

/** What a link shows elsewhere, with addresses that hold anywhere. */
export function previewOf(service: Service, preview: LinkPreview): Preview {
  const { language, title, description, path, siteName, alternative } = preview
  const at = (address: string) => new URL(address, service.publicUrl).href
  const url = at(path)
  const asked = new URLSearchParams({ url: `${url}?lang=${language}`, format: 'json' })
  return {
    language,
    title,
    description,
    url,
    siteName,
    image: { url: at(`${path}/card.png?lang=${language}`), ...cardSize, alternative },
    oembed: at(`/oembed?${asked}`),
  }
}

/** The skills of our catalogue in a language, by the addresses that credentials name them by. */
function knownSkills(service: Service, language: Language): KnownSkills {
  return new Map(
    service.catalogue.skills.map(({ id, name, framework, frameworkArea, level }) => [
      new URL(`/skills/${id}`, service.publicUrl).href,
      { name: tell(name, language), framework, frameworkArea, level },
    ]),
  )
}

/**
 * What the catalogue has in the reader's language beside what was signed: the picture, the skills, and the title where
 * it was signed in another language. An achievement that the catalogue no longer knows stays as it was signed.
 */
export function inReadersLanguage(
  service: Service,
  achievementId: string,
  { badge, language }: { readonly badge: UnsignedBadge; readonly language: Language },
): { badgeImage: string; skills: KnownSkills; translation?: Translation } {
  const achievement = service.achievements.get(achievementId)
  const skills = knownSkills(service, language)
  if (!achievement) return { badgeImage: `/achievements/${achievementId}.png`, skills }
  const title = tell(achievement.name, language)
  const isTranslated =
    title.language === language && badge.credentialSubject.achievement.inLanguage !== language
  return {
    badgeImage: `/achievements/${achievementId}/${title.language}.png`,
    skills,
    ...(isTranslated && {
      translation: { title, page: `/achievements/${achievementId}/${language}` },
    }),
  }
}
