| `GET /entities/:kind/:namespace/:name` | Title, description and owner of an entity of the catalog |[#if checksPermissions] the catalog's own |[/#if]
