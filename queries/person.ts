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
  dateFields,
} from './fragments.ts'

/**
 * One person’s page by its address: names, facts with their passages, relations both ways,
 * what they said and the stories they are in. A protected person has `identityProtection`;
 * `publicWording` in it is how they may be described. `null` when there is no such page.
 */
export const personBySlugQuery = defineQuery(`
  *[_type == "person" && slug.current == $slug] | order(_id asc) [0] {
    ${nameFields},
    "naming": coalesce(naming, "fullName"),
    "sortName": coalesce(sortName, name, ""),
    disambiguation,
    summary,
    "image": image{${imageFields}},
    birthDate{${dateFields}},
    deathDate{${dateFields}},
    identityProtection{
      "basis": coalesce(basis, "notStated"),
      "publicWording": coalesce(publicWording, ""),
      ${citationFields}
    },
    "occupations": coalesce(occupations[defined(title)]{_key, title, status, from{${dateFields}}, to{${dateFields}}, ${provenanceFields}}, []),
    "ageAsReported": select(
      defined(ageAsReported.value) => ageAsReported{value, "asOf": [asOf{${dateFields}}][0], ${citationFields}},
      null
    ),
    "birthPlace": select(defined(birthPlace.place->_id) => birthPlace{${placeFactFields}}),
    "nationalities": coalesce(nationalities[defined(place->_id)]{_key, ${placeFactFields}}, []),
    "residences": coalesce(
      residences[defined(kind)]{
        _key,
        "place": place->{${entityFields}},
        wording,
        kind,
        reason,
        from{${dateFields}},
        to{${dateFields}},
        ${provenanceFields}
      },
      []
    ),
    "fightsFor": select(defined(fightsFor.place->_id) => fightsFor{${placeFactFields}}),
    ${relationsBothWays},
    ${quotationsBySubject},
    ${storiesOfSubject}
  }
`)
