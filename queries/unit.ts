import {defineQuery} from 'groq'

import {
  citedTextFields,
  entityFields,
  nameFields,
  placeFactFields,
  provenanceFields,
  quotationsBySubject,
  relationsBothWays,
  storiesOfSubject,
} from './fragments.ts'

/**
 * One armed unit’s page by its address: names, facts with their passages, relations both ways
 * (its people among them), what was said in its name and the stories it is in.
 * \`null\` when there is no such page.
 */
export const unitBySlugQuery = defineQuery(`
  *[_type == "unit" && slug.current == $slug] | order(_id asc) [0] {
    ${nameFields},
    kind,
    kindWording,
    fightsFor{${placeFactFields}},
    "deployments": coalesce(
      deployments[]{
        _key,
        "place": place->{${entityFields}},
        wording,
        status,
        from,
        to,
        ${provenanceFields}
      },
      []
    ),
    "strength": coalesce(strength[]{_key, value, asOf, ${provenanceFields}}, []),
    "aims": coalesce(aims[]{_key, ${citedTextFields}}, []),
    "compositionNationalities": coalesce(
      compositionNationalities[]{_key, ${placeFactFields}},
      []
    ),
    "composition": coalesce(composition, []),
    nameOrigin{${citedTextFields}},
    formedOn,
    disbandedOn,
    ${relationsBothWays},
    ${quotationsBySubject},
    ${storiesOfSubject}
  }
`)
