| `GET /kinds` | The kinds of entities in the catalog, and how many of each the caller sees |[#if checksPermissions] the catalog's own |[/#if]
