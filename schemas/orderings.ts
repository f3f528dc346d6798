/** How lists of people, units, organisations and places can be sorted. */
export function nameOrderings(field: 'name' | 'sortName') {
  return [
    {
      name: 'name',
      title: 'Name',
      by: [
        {field, direction: 'asc' as const},
        {field: '_id', direction: 'asc' as const},
      ],
    },
    {
      name: 'edited',
      title: 'Last edited',
      by: [{field: '_updatedAt', direction: 'desc' as const}],
    },
  ]
}
