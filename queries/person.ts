import {defineQuery} from 'groq'

import {
  citationFields,
  imageFields,
  nameFields,
  placeFactFields,
  provenanceFields,
  quotationsBySubject,
  relationsBothWays,
  storiesOfSubject,
  entityFields,
} from './fragments.ts'

/**
 * One person’s page by its address: names, facts with their passages, relations both ways,
 * what they said and the stories they are in. A protected person has \`identityProtection\`;
 * \`publicWording\` in it is how they may be described. \`null\` when there is no such page.
 */
export const personBySlugQuery = defineQuery(`
  *[_type == "person" && slug.current == $slug] | order(_id asc) [0] {
    ${nameFields},
    naming,
    "sortName": coalesce(sortName, name, ""),
    disambiguation,
    summary,
    "image": image{${imageFields}},
    birthDate,
    deathDate,
    identityProtection{basis, publicWording, ${citationFields}},
    "occupations": coalesce(occupations[]{_key, title, status, from, to, ${provenanceFields}}, []),
    ageAsReported{value, asOf, ${citationFields}},
    birthPlace{${placeFactFields}},
    "nationalities": coalesce(nationalities[]{_key, ${placeFactFields}}, []),
    "residences": coalesce(
      residences[]{
        _key,
        "place": place->{${entityFields}},
        wording,
        kind,
        reason,
        from,
        to,
        ${provenanceFields}
      },
      []
    ),
    fightsFor{${placeFactFields}},
    ${relationsBothWays},
    ${quotationsBySubject},
    ${storiesOfSubject}
  }
`)
